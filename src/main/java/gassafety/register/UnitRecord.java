package gassafety.register;

import gassafety.office.Office;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the register shows of one unit.
 *
 * @param warnings sentences about what is odd
 * @param station null when the unit is no filling station or nothing is known of it
 */
record UnitRecord(
        long id,
        int version,
        Identity identity,
        String phone,
        List<EnterpriseRole> roles,
        Office chargeOffice,
        @Nullable Station station,
        List<Staff> people,
        List<Vessel> tanks,
        List<String> warnings) {

    /** The filling station with how long its licences are valid. */
    record Station(StationDetails details, int version, Validity licence, Validity gasLicence) {}

    /** Someone who works there. */
    record Staff(long id, int version, PersonDetails details, String phone, Validity certificate) {}

    /** A tank. */
    record Vessel(long id, int version, TankDetails details, Validity inspection) {}

    public String address() {
        return "/enterprises/" + id;
    }

    public boolean isFillingStation() {
        return roles.contains(EnterpriseRole.FILLING_STATION);
    }

    public boolean isSeller() {
        return roles.contains(EnterpriseRole.APPLIANCE_SELLER);
    }

    public String chargeOfficeName() {
        Office above = chargeOffice.getParent();
        return above == null || chargeOffice.getKind().isBureau()
                ? chargeOffice.getName()
                : chargeOffice.getName() + "（" + above.getShortName() + "）";
    }
}
