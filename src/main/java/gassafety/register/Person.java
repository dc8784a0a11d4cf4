package gassafety.register;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Someone who works at a unit, until they leave. */
@Entity
class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    private long enterpriseId;

    @Embedded
    private PersonDetails details;

    private @Nullable LocalDate leftOn;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(long enterpriseId, PersonDetails details) {
        this.enterpriseId = enterpriseId;
        this.details = details;
    }

    void describe(PersonDetails now) {
        details = now;
    }

    void leave(LocalDate day) {
        leftOn = day;
    }

    long getId() {
        return id;
    }

    int getVersion() {
        return version;
    }

    PersonDetails details() {
        return details;
    }
}
