package gassafety.register;

import gassafety.journal.LicenceState;
import gassafety.web.Labelled;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is on the books about a filling station; texts that are not known are empty.
 *
 * @param fillingAddresses 充装地址, at most 20
 * @param ownCylinders 自有产权气瓶 by size; sizes without cylinders are absent
 */
public record StationDetails(
        Licence licence,
        Equipment equipment,
        Papers papers,
        Traceability traceability,
        List<String> fillingAddresses,
        Map<CylinderSize, Integer> ownCylinders) {

    public StationDetails {
        fillingAddresses = List.copyOf(fillingAddresses);
        ownCylinders = Map.copyOf(ownCylinders);
    }

    /** A station of which only the filling licence is known. */
    public static StationDetails of(Licence licence) {
        return new StationDetails(
                licence,
                new Equipment(0, 0, false, false, false, false, false),
                new Papers("", "", null, null, null),
                new Traceability("", false, null),
                List.of(),
                Map.of());
    }

    /**
     * 气瓶充装许可证.
     *
     * @param licenceNumber empty when the station never had one
     * @param licenceValidTo its last day; needed when there is a number
     * @param media 充装介质
     * @param suspended 停业、暂停充装: the licence itself goes on
     */
    @Embeddable
    public record Licence(
            String licenceNumber,
            String licenceIssuer,
            @Nullable LocalDate licenceValidFrom,
            @Nullable LocalDate licenceValidTo,
            String media,
            boolean suspended) {

        /** 无证 when there never was one or it began later, 许可到期 after its last day, else 有证. */
        LicenceState on(LocalDate day) {
            if (licenceNumber.isEmpty() || licenceValidFrom != null && day.isBefore(licenceValidFrom)) {
                return LicenceState.UNLICENSED;
            }
            return licenceValidTo != null && day.isAfter(licenceValidTo) ? LicenceState.LAPSED : LicenceState.LICENSED;
        }
    }

    /**
     * 充装设备.
     *
     * @param connectors 充装接头
     * @param scales 充装秤
     * @param reweighScale 复检秤
     * @param automaticCutOff 超装自动切断
     * @param vacuumAndResidueRecovery 抽真空和残液回收
     * @param emergencyCutOff 紧急切断
     * @param loadingArm 万向装卸臂
     */
    @Embeddable
    public record Equipment(
            int connectors,
            int scales,
            boolean reweighScale,
            boolean automaticCutOff,
            boolean vacuumAndResidueRecovery,
            boolean emergencyCutOff,
            boolean loadingArm) {}

    /**
     * What other authorities ask for, and the emergency plan.
     *
     * @param fireAcceptance 消防验收文号
     * @param gasLicenceNumber 燃气经营许可证号
     * @param emergencyPlanOn day of the emergency plan in force
     */
    @Embeddable
    public record Papers(
            String fireAcceptance,
            String gasLicenceNumber,
            @Nullable LocalDate gasLicenceValidTo,
            @Nullable LocalDate emergencyPlanOn,
            @Nullable LocalDate lastDrillOn) {}

    /** 充装质量追溯信息系统. */
    @Embeddable
    public record Traceability(
            String traceabilitySystem,
            boolean traceabilityConnected,
            @Nullable LocalDate lastUploadOn) {}

    /** Sizes of cylinders. */
    public enum CylinderSize implements Labelled {
        YSP4_7("YSP4.7"),
        YSP12("YSP12"),
        YSP26_2("YSP26.2"),
        YSP35_5("YSP35.5"),
        YSP118("YSP118");

        private final String label;

        CylinderSize(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }
}
