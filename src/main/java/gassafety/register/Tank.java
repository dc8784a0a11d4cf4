package gassafety.register;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A storage tank of a unit, until it is taken out of use. */
@Entity
class Tank {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    private long enterpriseId;

    @Embedded
    private TankDetails details;

    private @Nullable LocalDate retiredOn;

    @SuppressWarnings("NullAway.Init")
    protected Tank() {}

    Tank(long enterpriseId, TankDetails details) {
        this.enterpriseId = enterpriseId;
        this.details = details;
    }

    void describe(TankDetails now) {
        details = now;
    }

    void retire(LocalDate day) {
        retiredOn = day;
    }

    long getId() {
        return id;
    }

    int getVersion() {
        return version;
    }

    TankDetails details() {
        return details;
    }
}
