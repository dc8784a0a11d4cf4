package gassafety.office;

import java.time.LocalDate;

/**
 * The certificate an inspector enforces with.
 *
 * @param kind 特种设备安全行政执法证件 or 行政执法证
 * @param validTo last day of validity
 */
public record Certificate(String kind, String number, LocalDate validTo) {

    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(validTo);
    }
}
