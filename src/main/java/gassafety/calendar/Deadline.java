package gassafety.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a term that the law, the notice or we ourselves set.
 *
 * @param code the same in all editions: CLUE_CHECK, HAZARD_FIX …
 * @param countsBack whether it is a notice ahead of time: its last day lies before the day it refers to
 * @param extension how it may be extended, in words, or empty
 * @param runsFrom the event it runs from, in words
 * @param suspendedBy the time that is not counted, in words, or empty
 * @param source where it is laid down
 * @param validTo the last day on which a term begins under this edition; null while it is in force
 * @param active whether it is used; one of low confidence is off until somebody confirms it
 */
public record Deadline(
        long id,
        String code,
        int edition,
        String title,
        int amount,
        Unit unit,
        boolean countsBack,
        String extension,
        String runsFrom,
        String suspendedBy,
        String source,
        Confidence confidence,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean active) {

    /** What the amount counts; DAY_OF_MONTH is not a length but the day itself. */
    public enum Unit {
        WORKING_DAY,
        CALENDAR_DAY,
        HOUR,
        DAY_OF_MONTH
    }

    /** How sure we are of it: the law (HIGH to LOW), our own design, or the notice. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW,
        DESIGN,
        NOTICE;

        /** What to show beside it. */
        public String getLabel() {
            return switch (this) {
                case HIGH, NOTICE -> "";
                case MEDIUM, LOW -> "待核";
                case DESIGN -> "本系统设定";
            };
        }
    }

    /** Whether a term that begins on this day follows this edition, were it switched on. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The term in words: 15 个工作日, 每月 20 日. */
    public String getTerm() {
        return switch (unit) {
            case WORKING_DAY -> amount + " 个工作日";
            case CALENDAR_DAY -> amount + " 日";
            case HOUR -> amount + " 小时";
            case DAY_OF_MONTH -> "每月 " + amount + " 日";
        };
    }

    /**
     * The last day. Day 1 is the day after; a term in calendar days that ends on a rest day moves to the next working
     * day; a fixed day of the month stays where it is.
     *
     * @throws IllegalStateException for a term in hours: see {@link #dueInstant}
     */
    public LocalDate due(LocalDate from, WorkCalendar calendar) {
        return switch (unit) {
            case WORKING_DAY -> calendar.plusWorkingDays(from, countsBack ? -amount : amount);
            case CALENDAR_DAY -> calendar.sameOrNextWorkingDay(from.plusDays(amount));
            case DAY_OF_MONTH -> nextDayOfMonth(from);
            case HOUR -> throw new IllegalStateException(code + " is a term in hours");
        };
    }

    /**
     * The last moment of a term in hours; rest days make no difference.
     *
     * @throws IllegalStateException for any other term
     */
    Instant dueInstant(Instant from) {
        if (unit != Unit.HOUR) {
            throw new IllegalStateException(code + " is not a term in hours");
        }
        return from.plus(Duration.ofHours(amount));
    }

    private LocalDate nextDayOfMonth(LocalDate from) {
        LocalDate thisMonth = from.withDayOfMonth(amount);
        return thisMonth.isBefore(from) ? thisMonth.plusMonths(1) : thisMonth;
    }
}
