package gassafety.reporting;

import gassafety.calendar.Today;
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
    private final Today today;

    Choices(Offices offices, Today today) {
        this.offices = offices;
        this.today = today;
    }

    /**
     * @param asOf a day as typed; today when left out
     * @param code of an office; the caller's own when left out, the bureau of someone who works in a 科 or 股
     * @throws NotFound when there is no such office within the caller's scope
     */
    Choice of(@Nullable String asOf, @Nullable String code, Caller caller) {
        Office office = office(code, caller);
        if (asOf == null || asOf.isBlank()) {
            return new Choice(office, today.day(), today.day().toString(), null);
        }
        LocalDate day = day(asOf.strip());
        if (day == null) {
            return new Choice(office, today.day(), asOf, "“截至”要填写一个日期，例如 " + today.day() + "。");
        }
        if (day.isAfter(today.day())) {
            return new Choice(office, today.day(), asOf, "“截至”不能晚于今天（" + today.day() + "）。");
        }
        return new Choice(office, day, day.toString(), null);
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
