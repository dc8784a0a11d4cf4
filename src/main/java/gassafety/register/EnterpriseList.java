package gassafety.register;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.Scope;
import gassafety.web.FormField.Option;
import gassafety.web.Pages;
import gassafety.web.WrongFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts units as a caller may see them. */
@Service
@Transactional(readOnly = true)
class EnterpriseList {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

    private final EnterpriseLines lines;
    private final Offices offices;
    private final Today today;

    EnterpriseList(EnterpriseLines lines, Offices offices, Today today) {
        this.lines = lines;
        this.offices = offices;
        this.today = today;
    }

    /** A figure on top of the list, which is a filter of it. */
    record Figure(String label, long count, String address, boolean chosen) {}

    EnterpriseFilter filter(Map<String, String> sent, Scope scope) {
        String code = sent.getOrDefault("office", "");
        if (code.isEmpty()) {
            return EnterpriseFilter.read(sent, "", null);
        }
        Office office = offices.byCode(code)
                .filter(found -> scope.covers(found.getPath()))
                .orElseThrow(() -> new WrongFilter("office", "没有这个监管单位，请从列表中选择。"));
        return EnterpriseFilter.read(sent, code, office.getPath());
    }

    Page<EnterpriseLine> page(EnterpriseFilter filter, Scope scope, int number) {
        return lines.page(filter.on(today.day()), scope, number, Pages.SIZE, NEWEST_FIRST);
    }

    long count(EnterpriseFilter filter, Scope scope) {
        return lines.count(filter.on(today.day()), scope);
    }

    void each(EnterpriseFilter filter, Scope scope, Consumer<EnterpriseLine> action) {
        lines.each(filter.on(today.day()), scope, NEWEST_FIRST, action);
    }

    List<Figure> figures(EnterpriseFilter shown, Scope scope) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("充装单位", EnterpriseFilter.ALL.with(EnterpriseRole.FILLING_STATION), shown, scope));
        figures.add(figure("重点监管", EnterpriseFilter.ALL.underKeySupervision(), shown, scope));
        for (Ending ending : Ending.values()) {
            figures.add(figure(ending.getLabel(), EnterpriseFilter.ALL.with(ending), shown, scope));
        }
        return figures;
    }

    private Figure figure(String label, EnterpriseFilter filter, EnterpriseFilter shown, Scope scope) {
        return new Figure(label, count(filter, scope), filter.address("/enterprises"), filter.equals(shown));
    }

    /** Offices that can be in charge of units, as far as the caller reads: bureaus and those below them. */
    List<Option> offices(Caller caller) {
        String path = caller.scope().officePath();
        if (path == null) {
            return List.of();
        }
        return offices.below(path).stream()
                .filter(office -> office.getKind() != OfficeKind.SECTION)
                .sorted(Comparator.comparing(Office::getPath))
                .map(office -> new Option(office.getCode(), office.getName()))
                .toList();
    }
}
