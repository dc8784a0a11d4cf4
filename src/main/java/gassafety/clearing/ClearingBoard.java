package gassafety.clearing;

import gassafety.campaign.Phase;
import gassafety.clearing.Clearing.Cell;
import gassafety.clearing.Clearing.Group;
import gassafety.hazard.Cause;
import gassafety.hazard.HazardLevel;
import gassafety.office.Office;
import gassafety.office.Offices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the counts out: the whole, each office right below, each phase, level, month and cause. */
@Component
class ClearingBoard {

    /** The cause of hazards that were closed in a ledger that was taken over, where nobody wrote one down. */
    private static final String UNKNOWN = "UNKNOWN";

    /** Height of the highest bar of the chart. */
    private static final int HIGHEST = 100;

    private static final int MOST_MONTHS = 24;

    private final Clearing clearing;
    private final Offices offices;

    ClearingBoard(Clearing clearing, Offices offices) {
        this.clearing = clearing;
        this.offices = offices;
    }

    /** A number with the ledger's list of exactly these hazards; without an address when no filter asks for them. */
    record Figure(String label, long count, @Nullable String address) {}

    /**
     * @param address of the board for this row alone; null when there is none
     * @param figures in the order of {@link #COLUMNS}
     */
    record Row(String name, @Nullable String address, Tally tally, List<Figure> figures) {}

    /**
     * What was found and what was struck off in a month, as the chart draws it.
     *
     * @param foundHigh height of its bar, of {@value #HIGHEST}
     */
    record Month(String name, long found, long closed, long foundHigh, long closedHigh) {}

    /** Rows of one kind. */
    record Part(String title, String head, List<Row> rows) {}

    /**
     * @param closings how many were struck off in each month, whenever found
     */
    record Page(Row whole, List<Part> parts, List<Month> trend, List<Figure> closings, List<Figure> causes) {

        /** The part of the causes written down that a cause has, in percent with one decimal. */
        public String share(Figure cause) {
            long all = causes.stream().mapToLong(Figure::count).sum();
            return all == 0
                    ? "—"
                    : BigDecimal.valueOf(100 * cause.count()).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)
                            + "%";
        }
    }

    Page page(Choice choice) {
        List<Cell> cells = clearing.count(
                choice.office().getPath(),
                choice.from(),
                choice.to(),
                choice.level(),
                choice.campaign().phases());
        return new Page(
                row(choice.office().getShortName(), null, choice.ledger(), of(cells, Group.LEVEL)),
                Stream.of(
                                new Part("下级单位", "监管单位", byOffice(choice, cells)),
                                new Part("各阶段", "发现时所在阶段", byPhase(choice, cells)),
                                new Part("各级别", "隐患级别", byLevel(choice, cells)),
                                new Part("各月", "发现月份", byMonth(choice, cells)))
                        .filter(part -> !part.rows().isEmpty())
                        .toList(),
                trend(cells),
                closings(choice, cells),
                causes(choice, cells));
    }

    private List<Row> byOffice(Choice choice, List<Cell> cells) {
        List<Row> rows = new ArrayList<>();
        for (Office below : offices.below(choice.office().getPath())) {
            if (below.getParent() != null
                    && below.getParent().getId() == choice.office().getId()) {
                String path = below.getPath();
                List<Cell> own = of(cells, Group.OFFICE).stream()
                        .filter(cell -> cell.name().startsWith(path)
                                || cell.chargePath().startsWith(path))
                        .toList();
                if (!own.isEmpty()) {
                    Choice there = new Choice(choice.campaign(), below, choice.phase(), choice.level());
                    rows.add(row(below.getShortName(), there.parameters(), there.ledger(), own));
                }
            }
        }
        return rows;
    }

    private List<Row> byPhase(Choice choice, List<Cell> cells) {
        List<Row> rows = new ArrayList<>();
        for (Phase phase : choice.campaign().phases()) {
            List<Cell> own = named(cells, Group.PHASE, String.valueOf(phase.number()));
            if (!own.isEmpty()) {
                Choice there = new Choice(choice.campaign(), choice.office(), phase, choice.level());
                rows.add(row("第" + phase.number() + "阶段 " + phase.name(), there.parameters(), there.ledger(), own));
            }
        }
        return rows;
    }

    private List<Row> byLevel(Choice choice, List<Cell> cells) {
        List<Row> rows = new ArrayList<>();
        for (HazardLevel level : HazardLevel.values()) {
            List<Cell> own = named(cells, Group.LEVEL, level.name());
            if (!own.isEmpty()) {
                Choice there = new Choice(choice.campaign(), choice.office(), choice.phase(), level);
                rows.add(row(level.getLabel(), there.parameters(), there.ledger(), own));
            }
        }
        return rows;
    }

    private List<Row> byMonth(Choice choice, List<Cell> cells) {
        List<Row> rows = new ArrayList<>();
        for (String name : names(cells, Group.MONTH)) {
            YearMonth month = YearMonth.parse(name);
            Map<String, String> filters = new HashMap<>(choice.ledger());
            filters.merge("from", month.atDay(1).toString(), ClearingBoard::later);
            filters.merge("by", month.atEndOfMonth().toString(), ClearingBoard::earlier);
            rows.add(row(name, null, filters, named(cells, Group.MONTH, name)));
        }
        return rows;
    }

    /** The months up to the last one in which something was found or struck off. */
    private static List<Month> trend(List<Cell> cells) {
        List<String> names = Stream.concat(names(cells, Group.MONTH).stream(), names(cells, Group.CLOSED_IN).stream())
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        YearMonth last = YearMonth.parse(names.get(names.size() - 1));
        YearMonth first = YearMonth.parse(names.get(0));
        YearMonth shown = first.isBefore(last.minusMonths(MOST_MONTHS - 1)) ? last.minusMonths(MOST_MONTHS - 1) : first;
        List<YearMonth> months = Stream.iterate(shown, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
        long most = months.stream()
                .mapToLong(month -> Math.max(
                        sum(named(cells, Group.MONTH, month.toString())),
                        sum(named(cells, Group.CLOSED_IN, month.toString()))))
                .max()
                .orElse(1);
        return months.stream()
                .map(month -> {
                    long found = sum(named(cells, Group.MONTH, month.toString()));
                    long closed = sum(named(cells, Group.CLOSED_IN, month.toString()));
                    return new Month(month.toString(), found, closed, found * HIGHEST / most, closed * HIGHEST / most);
                })
                .toList();
    }

    private static List<Figure> closings(Choice choice, List<Cell> cells) {
        return names(cells, Group.CLOSED_IN).stream()
                .map(name -> {
                    YearMonth month = YearMonth.parse(name);
                    Map<String, String> filters = new HashMap<>(choice.ledger());
                    filters.put("state", "CLOSED");
                    filters.put("endedFrom", month.atDay(1).toString());
                    filters.put("endedBy", month.atEndOfMonth().toString());
                    return new Figure(name, sum(named(cells, Group.CLOSED_IN, name)), list(filters));
                })
                .toList();
    }

    private static List<Figure> causes(Choice choice, List<Cell> cells) {
        List<Figure> causes = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            Map<String, String> filters = new HashMap<>(choice.ledger());
            filters.put("cause", cause.name());
            causes.add(new Figure(cause.getLabel(), sum(named(cells, Group.CAUSE, cause.name())), list(filters)));
        }
        long unknown = sum(named(cells, Group.CAUSE, UNKNOWN));
        if (unknown > 0) {
            causes.add(new Figure("未记成因（原台账已销号）", unknown, null));
        }
        return causes;
    }

    private static Row row(
            String name, @Nullable Map<String, String> board, Map<String, String> filters, List<Cell> cells) {
        Tally tally = Tally.of(cells);
        return new Row(
                name,
                board == null ? null : Choice.address("/clearing", board),
                tally,
                List.of(
                        figure("登记", tally.found(), filters, "result", "FOUND"),
                        figure("立行立改", tally.onTheSpot(), filters, "result", "ON_THE_SPOT"),
                        figure("按期", tally.inTime(), filters, "result", "IN_TIME"),
                        figure("逾期后", tally.late(), filters, "result", "LATE"),
                        figure("已销号", tally.closed(), filters, "state", "CLOSED"),
                        figure("终止移送", tally.ended(), filters, "result", "ENDED"),
                        figure("未销号", tally.open(), filters, "view", "OPEN"),
                        figure("现已逾期", tally.overdue(), filters, "view", "OVERDUE"),
                        figure("延期", tally.extended(), filters, "result", "EXTENDED")));
    }

    private static Figure figure(String label, long count, Map<String, String> filters, String name, String value) {
        Map<String, String> all = new HashMap<>(filters);
        all.put(name, value);
        return new Figure(label, count, list(all));
    }

    private static String list(Map<String, String> filters) {
        return Choice.address("/hazards", new java.util.TreeMap<>(filters));
    }

    private static List<Cell> of(List<Cell> cells, Group group) {
        return cells.stream().filter(cell -> cell.grouping() == group).toList();
    }

    private static List<Cell> named(List<Cell> cells, Group group, String name) {
        return of(cells, group).stream()
                .filter(cell -> Objects.equals(cell.name(), name))
                .toList();
    }

    private static List<String> names(List<Cell> cells, Group group) {
        return of(cells, group).stream()
                .map(Cell::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static long sum(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::hazards).sum();
    }

    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String earlier(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
