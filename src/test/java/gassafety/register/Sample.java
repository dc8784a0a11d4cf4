package gassafety.register;

import java.time.LocalDate;

/** People as tests need them. */
final class Sample {

    private Sample() {}

    static PersonDetails filler(String name, String certificate, LocalDate validTo) {
        return new PersonDetails(
                name,
                PersonDetails.Role.FILLER,
                "10000000001",
                null,
                null,
                PersonDetails.CertificateKind.P,
                certificate,
                validTo,
                true,
                true);
    }
}
