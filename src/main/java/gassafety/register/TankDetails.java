package gassafety.register;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A storage tank of a station.
 *
 * @param registrationNumber 使用登记证号
 * @param cubicMetres volume, more than zero, at most two decimals
 * @param inspectionValidTo last day before which it must be inspected again, or null when not known
 */
@Embeddable
public record TankDetails(
        String registrationNumber,
        BigDecimal cubicMetres,
        @Nullable LocalDate inspectionValidTo) {}
