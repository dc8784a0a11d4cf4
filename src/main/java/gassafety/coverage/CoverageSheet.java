package gassafety.coverage;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.coverage.Coverage.Cell;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.register.EnterpriseRole;
import gassafety.web.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays out the counts: by kind of unit for one office, by office for one kind. */
@Component
class CoverageSheet {

    private final Coverage coverage;
    private final Campaigns campaigns;
    private final Checklists checklists;
    private final Offices offices;
    private final Today today;

    CoverageSheet(Coverage coverage, Campaigns campaigns, Checklists checklists, Offices offices, Today today) {
        this.coverage = coverage;
        this.campaigns = campaigns;
        this.checklists = checklists;
        this.offices = offices;
        this.today = today;
    }

    /**
     * What stands behind one figure: how many, and the register's list of exactly these.
     */
    record Figure(long count, String address) {}

    /** A period's part of a row. */
    record Part(Period period, Figure inspected, Figure missing, String share) {}

    /**
     * @param office whose units these are
     * @param list titles of the inspection lists for this kind
     */
    record Row(String office, String officeCode, EnterpriseRole role, String list, Figure books, List<Part> parts) {}

    List<Period> periods() {
        return Period.begun(campaigns.current(), today.day());
    }

    /** The cells of an area, counted once for all rows of a page. */
    List<Cell> cells(Office area) {
        return coverage.count(area, periods());
    }

    /** One row for each kind that is on the books. */
    List<Row> byRole(Office area, List<Cell> cells) {
        return Stream.of(EnterpriseRole.values())
                .map(role -> row(area, role, cells))
                .filter(row -> row.books().count() > 0)
                .toList();
    }

    /** One row for each office right below that is in charge of units of this kind. */
    List<Row> byOffice(Office office, EnterpriseRole role, List<Cell> cells) {
        return below(office).stream()
                .filter(below -> below.getParent() != null && below.getParent().getId() == office.getId())
                .map(below -> row(below, role, cells))
                .filter(row -> row.books().count() > 0)
                .toList();
    }

    /** Every kind at every office of the area, as the workbook has them. */
    List<Row> all(Office area, List<Cell> cells) {
        List<Row> rows = new ArrayList<>(byRole(area, cells));
        below(area).stream()
                .filter(below -> below.getId() != area.getId())
                .forEach(below -> rows.addAll(byRole(below, cells)));
        return rows;
    }

    private List<Office> below(Office office) {
        return offices.below(office.getPath()).stream()
                .filter(below -> below.getKind() != OfficeKind.SECTION)
                .sorted(Comparator.comparing(Office::getPath))
                .toList();
    }

    Row row(Office area, EnterpriseRole role, List<Cell> cells) {
        List<Period> periods = periods();
        Tally tally = cells.stream()
                .filter(cell -> cell.role() == role)
                .filter(cell -> cell.chargePath().startsWith(area.getPath()))
                .map(Cell::tally)
                .reduce(Tally.none(periods.size()), Tally::plus);
        String list = "/enterprises?role=" + role.name() + "&office=" + area.getCode() + "&standing=yes";
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < periods.size(); at++) {
            Period period = periods.get(at);
            long inspected = tally.inspected().get(at);
            parts.add(new Part(
                    period,
                    new Figure(inspected, list + period.filter(true)),
                    new Figure(tally.books() - inspected, list + period.filter(false)),
                    Percent.of(inspected, tally.books())));
        }
        return new Row(
                area.getShortName(),
                area.getCode(),
                role,
                lists(role, today.day()),
                new Figure(tally.books(), list),
                parts);
    }

    private String lists(EnterpriseRole role, LocalDate day) {
        return checklists.inspectionLists(day).stream()
                .filter(list -> list.role().equals(role.name()))
                .map(Checklist::title)
                .collect(Collectors.joining("、"));
    }
}
