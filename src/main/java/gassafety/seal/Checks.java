package gassafety.seal;

import gassafety.calendar.LastRecorded;
import gassafety.calendar.Today;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of passes over all signed records, and what they found. */
@Component
class Checks implements LastRecorded {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    private final JdbcClient jdbc;
    private final Today today;

    Checks(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /**
     * A pass.
     *
     * @param askedByName null for the nightly one
     * @param checked records and supplements looked at so far
     * @param beforeSeals those among them that were signed before there were seals
     * @param differing those among them that are not as they were signed
     */
    record Check(
            long id,
            @Nullable String askedByName,
            Instant begunAt,
            long checked,
            long beforeSeals,
            long differing,
            @Nullable Instant finishedAt) {

        public String begunText() {
            return MINUTE.format(begunAt);
        }

        public @Nullable String finishedText() {
            return finishedAt == null ? null : MINUTE.format(finishedAt);
        }
    }

    /** Where a pass stands: all records up to this id of this kind have been looked at, and all of the kinds before. */
    record Place(long checkId, String kind, long id) {}

    /** Something that is not as it was signed. */
    record Finding(Source source, int part, Standing standing) {

        public String title() {
            return Seal.title(source, part) + " " + source.id();
        }

        public String address() {
            return source.address();
        }
    }

    @Override
    public Optional<Instant> lastRecorded() {
        return jdbc.sql("select greatest(begun_at, finished_at) from seal_check order by id desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Begins a pass unless one is under way. */
    void ask(Caller by) {
        jdbc.sql("insert into seal_check (asked_by, asked_by_name, begun_at) values (:by, :name, :now)"
                        + " on conflict do nothing")
                .param("by", by.accountId())
                .param("name", by.name())
                .param("now", now())
                .update();
    }

    /** Begins the pass of this night, once; not yet while another is under way. */
    void begin(LocalDate night) {
        jdbc.sql("insert into seal_check (night, begun_at) select :night, :now"
                        + " where not exists (select 1 from seal_check where night = :night or finished_at is null)"
                        + " on conflict do nothing")
                .param("night", night)
                .param("now", now())
                .update();
    }

    /** The pass under way, held until the transaction ends; empty when there is none or somebody else holds it. */
    Optional<Place> take() {
        return jdbc.sql("select id as check_id, at_kind as kind, at_id as id from seal_check"
                        + " where finished_at is null for update skip locked")
                .query(Place.class)
                .optional();
    }

    void advance(long checkId, SourceKind kind, long id, List<Verifier.Result> results) {
        jdbc.sql(
                        "update seal_check set at_kind = :kind, at_id = :id, checked = checked + :checked,"
                                + " before_seals = before_seals + :before, differing = differing + :differing where id = :check")
                .param("check", checkId)
                .param("kind", kind.name())
                .param("id", id)
                .param("checked", results.size())
                .param("before", count(results, Standing.BEFORE_SEALS))
                .param(
                        "differing",
                        results.stream()
                                .filter(result -> !result.standing().isInOrder())
                                .count())
                .update();
        results.stream().filter(result -> !result.standing().isInOrder()).forEach(result -> add(checkId, result));
    }

    void finish(long checkId) {
        jdbc.sql("update seal_check set finished_at = :now where id = :check")
                .param("check", checkId)
                .param("now", now())
                .update();
    }

    List<Check> latest(int most) {
        return jdbc.sql("select id, asked_by_name, begun_at, checked, before_seals, differing, finished_at"
                        + " from seal_check order by id desc limit :most")
                .param("most", most)
                .query((row, number) -> new Check(
                        row.getLong("id"),
                        row.getString("asked_by_name"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getLong("checked"),
                        row.getLong("before_seals"),
                        row.getLong("differing"),
                        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    List<Finding> findings(long checkId, int most) {
        return jdbc.sql("select source_kind, source_id, part, standing from seal_check_finding"
                        + " where check_id = :check order by source_kind, source_id, part limit :most")
                .param("check", checkId)
                .param("most", most)
                .query((row, number) -> new Finding(
                        new Source(SourceKind.valueOf(row.getString("source_kind")), row.getLong("source_id")),
                        row.getInt("part"),
                        Standing.valueOf(row.getString("standing"))))
                .list();
    }

    private void add(long checkId, Verifier.Result result) {
        jdbc.sql("insert into seal_check_finding (check_id, source_kind, source_id, part, standing)"
                        + " values (:check, :kind, :id, :part, :standing)")
                .param("check", checkId)
                .param("kind", result.source().kind().name())
                .param("id", result.source().id())
                .param("part", result.part())
                .param("standing", result.standing().name())
                .update();
    }

    private static long count(List<Verifier.Result> results, Standing standing) {
        return results.stream().filter(result -> result.standing() == standing).count();
    }

    private OffsetDateTime now() {
        return today.now().atOffset(ZoneOffset.UTC);
    }
}
