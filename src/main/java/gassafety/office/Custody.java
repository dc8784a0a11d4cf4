package gassafety.office;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a record: the office that made it, the unit it is about, and the office now in charge of that unit. Every
 * record that lists show embeds one under the name {@code custody}, so that one rule decides who reads it.
 */
@Embeddable
public class Custody {

    @Column(name = "office_id", nullable = false, updatable = false)
    private long officeId;

    @Column(name = "office_path", nullable = false, updatable = false)
    private String officePath;

    @Column(name = "enterprise_id")
    private @Nullable Long enterpriseId;

    @Column(name = "enterprise_name")
    private @Nullable String enterpriseName;

    /** Written once here; when a unit gets another office in charge, the database moves all its records. */
    @Column(name = "charge_path", nullable = false, updatable = false)
    private String chargePath;

    @Column(name = "shown_to_unit", nullable = false)
    private boolean shownToUnit = true;

    @SuppressWarnings("NullAway.Init")
    protected Custody() {}

    /**
     * @param office the office that makes the record
     * @param enterpriseId the unit that the record is about
     * @param chargePath path of the office now in charge of the unit
     */
    public Custody(Office office, long enterpriseId, String enterpriseName, String chargePath) {
        this.officeId = office.getId();
        this.officePath = office.getPath();
        this.enterpriseId = enterpriseId;
        this.enterpriseName = enterpriseName;
        this.chargePath = chargePath;
    }

    /** A record of an office about no unit. */
    public Custody(Office office) {
        this.officeId = office.getId();
        this.officePath = office.getPath();
        this.chargePath = office.getPath();
    }

    /** The custody of another record that the same office makes about the same unit. */
    public Custody another() {
        Custody another = new Custody();
        another.officeId = officeId;
        another.officePath = officePath;
        another.enterpriseId = enterpriseId;
        another.enterpriseName = enterpriseName;
        another.chargePath = chargePath;
        return another;
    }

    /** Keeps the record from the unit it is about until {@link #showToUnit}. */
    public Custody hiddenFromUnit() {
        shownToUnit = false;
        return this;
    }

    /** Opens the record to the unit it is about. */
    public void showToUnit() {
        shownToUnit = true;
    }

    public boolean isShownToUnit() {
        return shownToUnit;
    }

    public long getOfficeId() {
        return officeId;
    }

    public String getOfficePath() {
        return officePath;
    }

    public @Nullable Long getEnterpriseId() {
        return enterpriseId;
    }

    public @Nullable String getEnterpriseName() {
        return enterpriseName;
    }

    public String getChargePath() {
        return chargePath;
    }
}
