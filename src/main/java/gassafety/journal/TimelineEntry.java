package gassafety.journal;

import gassafety.calendar.Today;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One act as the history at the foot of a record shows it: 姓名·部门·时间·做了什么·意见. */
public record TimelineEntry(
        long position,
        Act act,
        LocalDate occurredOn,
        Instant recordedAt,
        String byName,
        String officeName,
        Source source,
        @Nullable Long enterpriseId,
        BigDecimal quantity,
        int sign,
        String note) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    /** The same as the unit reads it: what officers wrote for each other when they served a paper is left out. */
    TimelineEntry forUnits() {
        return act != Act.DIRECTIVE_SERVED && act != Act.CORRECTION_SERVED
                ? this
                : new TimelineEntry(
                        position,
                        act,
                        occurredOn,
                        recordedAt,
                        byName,
                        officeName,
                        source,
                        enterpriseId,
                        quantity,
                        sign,
                        "");
    }

    /** When it was recorded, as lists show it: 2023-11-15 09:00. */
    public String recordedText() {
        return MINUTE.format(recordedAt);
    }

    /** What was done, or taken back. */
    public String did() {
        return (sign < 0 ? "撤销：" : "") + act.getLabel();
    }
}
