package gassafety.lookback;

import gassafety.hazard.HazardLevel;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.web.Percent;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the looks back at an office's closed hazards are, for boards. */
@Service
public class LookbackRates {

    /** Those that a closed hazard has. */
    static final List<HazardLevel> LEVELS = List.of(HazardLevel.MAJOR, HazardLevel.GENERAL);

    private final JdbcClient jdbc;
    private final Offices offices;

    LookbackRates(JdbcClient jdbc, Offices offices) {
        this.jdbc = jdbc;
        this.offices = offices;
    }

    /**
     * Some looks back.
     *
     * @param filter of the list that shows exactly these
     * @param seen visited and signed, whatever the result
     */
    public record Rate(String name, String filter, long drawn, long seen, long relapsed) {

        /** Share of the drawn that were visited, without decimals. */
        public String getShare() {
            return Percent.of(seen, drawn);
        }
    }

    /** The looks back told apart by something. */
    public record Part(String head, List<Rate> rates) {}

    private record Cell(int phase, HazardLevel level, String chargePath, long drawn, long seen, long relapsed) {}

    /**
     * The looks back at hazards of units that this office or one below is in charge of: by the phase in which they were
     * closed, by level, and by the offices right below. Empty when none was drawn.
     */
    @Transactional(readOnly = true)
    public List<Part> of(Office office) {
        List<Cell> cells =
                jdbc.sql("""
                        select phase, level, charge_path, count(*) as drawn,
                            count(*) filter (where state not in ('DRAWN', 'WRITTEN')) as seen,
                            count(*) filter (where state = 'RELAPSED') as relapsed
                        from lookback where starts_with(charge_path, :path)
                        group by phase, level, charge_path order by phase
                        """).param("path", office.getPath()).query(Cell.class).list();
        String here = "office=" + office.getCode();
        List<Rate> phases = cells.stream()
                .map(Cell::phase)
                .distinct()
                .map(phase -> rate("第" + phase + "阶段", here + "&phase=" + phase, cells, cell -> cell.phase() == phase))
                .toList();
        List<Rate> levels = LEVELS.stream()
                .map(level ->
                        rate(level.getLabel() + "隐患", here + "&level=" + level, cells, cell -> cell.level() == level))
                .toList();
        List<Rate> places = offices.below(office.getPath()).stream()
                .filter(below -> below.getParent() != null && below.getParent().getId() == office.getId())
                .map(below -> rate(
                        below.getShortName(),
                        "office=" + below.getCode(),
                        cells,
                        cell -> cell.chargePath().startsWith(below.getPath())))
                .toList();
        return Stream.of(
                        new Part("销号所在阶段", phases),
                        new Part("隐患级别", withSome(levels)),
                        new Part("监管单位", withSome(places)))
                .filter(part -> !part.rates().isEmpty())
                .toList();
    }

    private static List<Rate> withSome(List<Rate> rates) {
        return rates.stream().filter(rate -> rate.drawn() > 0).toList();
    }

    private static Rate rate(String name, String filter, List<Cell> cells, Predicate<Cell> which) {
        List<Cell> own = cells.stream().filter(which).toList();
        return new Rate(
                name,
                filter,
                own.stream().mapToLong(Cell::drawn).sum(),
                own.stream().mapToLong(Cell::seen).sum(),
                own.stream().mapToLong(Cell::relapsed).sum());
    }
}
