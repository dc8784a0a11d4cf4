package gassafety.reporting;

import gassafety.calendar.Today;
import gassafety.journal.Closes;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeGroup;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.web.NotFound;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which statement an address asks for. */
@Component
class Choices {

    private final Offices offices;
    private final Closes closes;
    private final Today today;

    Choices(Offices offices, Closes closes, Today today) {
        this.offices = offices;
        this.closes = closes;
        this.today = today;
    }

    /**
     * @param asOf a day as typed; today when left out
     * @param code of an office; the caller's own when left out, the bureau of someone who works in a 科 or 股
     * @param known a day as typed: what was known when it ended; now when left out
     * @throws NotFound when there is no such office within the caller's scope
     */
    Choice of(@Nullable String asOf, @Nullable String code, @Nullable String known, Caller caller) {
        Office office = office(code, caller);
        Typed day = typed(asOf, "“截至”");
        Typed knownDay = typed(known, "“按哪一天掌握的情况”");
        return new Choice(
                office,
                day.day() == null ? today.day() : day.day(),
                day.text().isEmpty() ? today.day().toString() : day.text(),
                day.error(),
                knownDay.day(),
                knownDay.text(),
                knownDay.error(),
                knownDay.day() == null ? Long.MAX_VALUE : closes.position(knownDay.day()));
    }

    /** The same day as it was known when it ended. */
    Cut asReported(Cut cut) {
        return new Cut(
                cut.office(), cut.asOf(), Math.min(cut.position(), closes.position(cut.asOf())), cut.campaignOf());
    }

    /** What today's statement of the caller's own office shows. */
    Choice own(Caller caller) {
        return of(null, null, null, caller);
    }

    private record Typed(
            String text, @Nullable LocalDate day, @Nullable String error) {}

    private Typed typed(@Nullable String text, String label) {
        if (text == null || text.isBlank()) {
            return new Typed("", null, null);
        }
        LocalDate day = day(text.strip());
        if (day == null) {
            return new Typed(text, null, label + "要填写一个日期，例如 " + today.day() + "。");
        }
        if (day.isAfter(today.day())) {
            return new Typed(text, null, label + "不能晚于今天（" + today.day() + "）。");
        }
        return new Typed(day.toString(), day, null);
    }

    /** The offices whose statements this caller may see, by bureau: the bureau itself, its 所, its 科 or 股. */
    List<OfficeGroup> groups(Caller caller) {
        String path = caller.scope().officePath();
        return path == null ? List.of() : OfficeGroup.of(offices.below(path));
    }

    private Office office(@Nullable String code, Caller caller) {
        if (code == null || code.isBlank()) {
            return caller.office().getKind() == OfficeKind.SECTION
                    ? caller.office().bureau()
                    : caller.office();
        }
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new NotFound();
        }
        return offices.byCode(code)
                .filter(office -> caller.scope().covers(office.getPath()))
                .orElseThrow(NotFound::new);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }
}
