package gassafety.register;

import gassafety.register.StationDetails.CylinderSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cylinders on the books. Whose a cylinder is may be asked by whoever stands before it with its mark, in whichever
 * area: an inspection looks for those of other stations. The lists of cylinders are read within a scope, like any other.
 */
@Service
public class Cylinders {

    private static final Pattern PART = Pattern.compile("[0-9A-Z-]{4,40}");
    private static final int MOST_PARTS = 20;

    private final JdbcClient jdbc;

    Cylinders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cylinder that a code names.
     *
     * @param code as it was read or typed: the mark, or an address that the mark is a part of
     */
    @Transactional(readOnly = true)
    public Optional<Cylinder> find(String code) {
        String[] parts = PART.matcher(code.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .limit(MOST_PARTS)
                .toArray(String[]::new);
        return jdbc.sql("""
                        select cylinder.*, enterprise_id as station_id, enterprise.name as station_name
                        from cylinder join enterprise on enterprise.id = enterprise_id
                        where mark = any(cast(:parts as text[]))
                        order by array_position(cast(:parts as text[]), mark) limit 1
                        """)
                .param("parts", parts)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Puts cylinders on the books of the stations they name, all in one statement. */
    @Transactional
    public void register(List<Cylinder> cylinders) {
        jdbc.sql("""
                        insert into cylinder (mark, registration_number, enterprise_id, maker, serial, size, made_on,
                            design_life_until, last_inspected_on, next_inspection_on, phase, state)
                        select * from unnest(cast(:mark as text[]), cast(:registration as text[]),
                            cast(:station as bigint[]), cast(:maker as text[]), cast(:serial as text[]),
                            cast(:size as text[]), cast(:made as date[]), cast(:until as date[]), cast(:last as date[]),
                            cast(:next as date[]), cast(:phase as text[]), cast(:state as text[]))
                        """)
                .param("mark", column(cylinders, Cylinder::mark))
                .param("registration", column(cylinders, Cylinder::registrationNumber))
                .param("station", cylinders.stream().map(Cylinder::stationId).toArray(Long[]::new))
                .param("maker", column(cylinders, Cylinder::maker))
                .param("serial", column(cylinders, Cylinder::serial))
                .param("size", column(cylinders, Cylinder::size))
                .param("made", column(cylinders, Cylinder::madeOn))
                .param("until", column(cylinders, Cylinder::designLifeUntil))
                .param("last", column(cylinders, Cylinder::lastInspectedOn))
                .param("next", column(cylinders, Cylinder::nextInspectionOn))
                .param("phase", column(cylinders, Cylinder::phase))
                .param("state", column(cylinders, Cylinder::state))
                .update();
    }

    private static String[] column(List<Cylinder> cylinders, Function<Cylinder, ?> field) {
        return cylinders.stream()
                .map(field)
                .map(value -> value == null ? null : value instanceof Enum<?> name ? name.name() : value.toString())
                .toArray(String[]::new);
    }

    /** A cylinder in the columns of a row that has its station beside it. */
    public static Cylinder read(ResultSet row) throws SQLException {
        return new Cylinder(
                row.getString("mark"),
                row.getString("registration_number"),
                row.getLong("station_id"),
                row.getString("station_name"),
                row.getString("maker"),
                row.getString("serial"),
                CylinderSize.valueOf(row.getString("size")),
                row.getObject("made_on", LocalDate.class),
                row.getObject("design_life_until", LocalDate.class),
                row.getObject("last_inspected_on", LocalDate.class),
                row.getObject("next_inspection_on", LocalDate.class),
                Cylinder.Phase.valueOf(row.getString("phase")),
                Cylinder.State.valueOf(row.getString("state")));
    }
}
