package gassafety.lookback;

import gassafety.calendar.Today;
import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.NotNow;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws among closed hazards: in each stratum those that come first in the order of the SHA-256 of {@code seed:hazard},
 * so that anyone can do it again.
 */
@Service
class Draws {

    /** [D] Major hazards are all visited again, of the others one in ten. */
    static final int USUAL_MAJOR_PERCENT = 100;

    static final int USUAL_GENERAL_PERCENT = 10;

    private static final int FIRST_PHASE = 2;
    private static final int SEED_BYTES = 8;

    private static final String POOL = """
            select h.id, h.level, h.charge_path,
                case h.level when 'MAJOR' then :major else :general end::integer as percent
            from hazard h
            where h.state = 'CLOSED' and h.ended_on between :from and :to and starts_with(h.charge_path, :path)
                and not exists (select from lookback l where l.hazard_id = h.id)
            """;

    /** The hazards of a draw, from its seed and its candidates alone. */
    private static final String RANKED = """
            select s.draw_id, ranked.hazard_id
            from lookback_draw d join lookback_stratum s on s.draw_id = d.id
            cross join lateral (
                select hazard_id, row_number() over (
                    order by encode(sha256(convert_to(d.seed || ':' || hazard_id, 'UTF8')), 'hex') collate "C") as place
                from unnest(s.candidates) hazard_id) ranked
            where d.id = :draw and ranked.place <= s.drawn
            """;

    private static final String SEEN = """
            from lookback_draw d where (starts_with(d.office_path, :scope) or starts_with(:scope, d.office_path))
            """;

    private static final String WITH_COUNTS = """
            select d.*, strata.candidates, strata.drawn, progress.left, progress.relapsed
            from (select d.* %s %s) d
            cross join lateral (
                select coalesce(sum(cardinality(candidates)), 0) as candidates, coalesce(sum(drawn), 0) as drawn
                from lookback_stratum where draw_id = d.id) strata
            cross join lateral (
                select count(*) filter (where state in ('DRAWN', 'WRITTEN')) as left,
                    count(*) filter (where state = 'RELAPSED') as relapsed
                from lookback where draw_id = d.id) progress
            order by d.id desc
            """;

    private final Campaigns campaigns;
    private final Today today;
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Draws(Campaigns campaigns, Today today, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.today = today;
        this.jdbc = jdbc;
    }

    /**
     * What is to be drawn.
     *
     * @param closedTo the cut: the last day of closing, before today
     * @param due last day of the visits
     */
    record Order(Phase phase, LocalDate closedTo, int majorPercent, int generalPercent, LocalDate due) {}

    static boolean mayDraw(Caller caller) {
        return caller.isAny(Role.CAMPAIGN_OFFICE, Role.COUNTY_SPECIAL_SECTION);
    }

    /** @throws Forbidden for people whose work it is not, {@link NotNow} before the second phase */
    void requireDraw(Caller caller) {
        if (!mayDraw(caller)) {
            throw new Forbidden("回头看由专班办公室和县局特设股抽取。");
        }
        LocalDate from = firstDay();
        if (today.day().isBefore(from)) {
            throw new NotNow("回头看从第" + FIRST_PHASE + "阶段开始，现在还不能抽取。", from + " 起可以抽取。", "/lookbacks");
        }
    }

    /** The phases that have begun, in whose days hazards may have been closed. */
    List<Phase> phases() {
        return campaigns.current().phases().stream()
                .filter(phase -> phase.from().isBefore(today.day()))
                .toList();
    }

    boolean isTime() {
        return !today.day().isBefore(firstDay());
    }

    LocalDate firstDay() {
        CampaignInfo campaign = campaigns.current();
        return campaign.phases().stream()
                .filter(phase -> phase.number() == FIRST_PHASE)
                .findFirst()
                .map(Phase::from)
                .orElse(campaign.firstDay());
    }

    /** The last day of a phase that a draw can look at now. */
    LocalDate lastCut(Phase phase) {
        LocalDate yesterday = today.day().minusDays(1);
        return phase.to().isBefore(yesterday) ? phase.to() : yesterday;
    }

    /** The strata that a draw would have now, the major ones first. */
    @Transactional(readOnly = true)
    List<Stratum> foresee(Order order, Caller by) {
        check(order);
        return bind(jdbc.sql("""
                        select pool.level, placed_name(pool.charge_path) as office_name, pool.percent,
                            count(*) as candidates,
                            ceil(count(*) * pool.percent / 100.0)::bigint as drawn
                        from (%s) pool
                        group by pool.level, pool.percent, pool.charge_path
                        order by pool.level desc, pool.charge_path
                        """.formatted(POOL)), order, by)
                .query(Stratum.class)
                .list();
    }

    /**
     * Draws with a new seed.
     *
     * @param key of the form: sent twice it is one draw
     * @param digest of all that was sent
     * @return its id
     * @throws Stale when the form was sent before with other content
     */
    @Transactional
    long draw(UUID key, String digest, Order order, Caller by) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return draw(key, digest, order, HexFormat.of().formatHex(seed), by);
    }

    @Transactional
    long draw(UUID key, String digest, Order order, String seed, Caller by) {
        requireDraw(by);
        jdbc.sql("select pg_advisory_xact_lock(hashtext('lookback draw'))")
                .query()
                .listOfRows();
        Long earlier = earlier(key, digest);
        if (earlier != null) {
            return earlier;
        }
        check(order);
        long draw = bind(jdbc.sql("""
                        insert into lookback_draw (request_key, request_digest, phase, closed_from, closed_to, office_id,
                            office_name, office_path, drawn_by, drawn_by_name, drawn_on, due, major_percent,
                            general_percent, seed)
                        values (:key, :digest, :phase, :from, :to, :office, :officeName, :path, :by, :byName, :day, :due,
                            :major, :general, :seed)
                        returning id
                        """), order, by)
                .param("key", key)
                .param("digest", digest)
                .param("phase", order.phase().number())
                .param("office", by.office().bureau().getId())
                .param("officeName", by.office().bureau().getShortName())
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("day", today.day())
                .param("due", order.due())
                .param("seed", seed)
                .query(Long.class)
                .single();
        int strata = bind(jdbc.sql("""
                        insert into lookback_stratum (draw_id, level, office_path, office_name, percent, candidates, drawn)
                        select :draw, pool.level, pool.charge_path, placed_name(pool.charge_path), pool.percent,
                            array_agg(pool.id order by pool.id), ceil(count(*) * pool.percent / 100.0)
                        from (%s) pool
                        group by pool.level, pool.charge_path, pool.percent
                        """.formatted(POOL)), order, by)
                .param("draw", draw)
                .update();
        if (strata == 0) {
            throw new Refusal("closedTo", order.phase().from() + " 至 " + order.closedTo() + " 没有还未抽取过的已销号隐患，没有抽取。");
        }
        jdbc.sql("""
                        insert into lookback (draw_id, hazard_id, hazard_number, problem, level, phase, found_on, closed_on,
                            due, office_id, office_path, enterprise_id, enterprise_name, charge_path)
                        select d.id, h.id, h.number, h.problem, h.level, d.phase, h.found_on, h.ended_on, d.due, h.office_id,
                            h.office_path, h.enterprise_id, h.enterprise_name, h.charge_path
                        from (%s) ranked join hazard h on h.id = ranked.hazard_id join lookback_draw d on d.id = :draw
                        order by h.id
                        """.formatted(RANKED)).param("draw", draw).update();
        return draw;
    }

    private @Nullable Long earlier(UUID key, String digest) {
        return jdbc.sql("select id, request_digest from lookback_draw where request_key = :key")
                .param("key", key)
                .query((row, number) -> {
                    if (!row.getString("request_digest").equals(digest)) {
                        throw new Stale("这个页面已经抽取过；这次填写的内容与当时不同，没有再抽取。");
                    }
                    return row.getLong("id");
                })
                .optional()
                .orElse(null);
    }

    private void check(Order order) {
        LocalDate last = lastCut(order.phase());
        if (order.closedTo().isBefore(order.phase().from()) || order.closedTo().isAfter(last)) {
            throw new Refusal("closedTo", "销号截止日应在 " + order.phase().from() + " 至 " + last + " 之间。");
        }
        percent("major", order.majorPercent());
        percent("general", order.generalPercent());
        if (order.due().isBefore(today.day()) || order.due().isAfter(today.day().plusYears(1))) {
            throw new Refusal("due", "完成期限应在今天起一年以内。");
        }
    }

    private static void percent(String field, int percent) {
        if (percent < 1 || percent > 100) {
            throw new Refusal(field, "抽取比例应为 1 至 100 的整数。");
        }
    }

    private static StatementSpec bind(StatementSpec query, Order order, Caller by) {
        return query.param("major", order.majorPercent())
                .param("general", order.generalPercent())
                .param("from", order.phase().from())
                .param("to", order.closedTo())
                .param("path", by.office().bureau().getPath());
    }

    @Transactional(readOnly = true)
    Page<Draw> page(Caller caller, int number) {
        long total = jdbc.sql("select count(*) " + SEEN)
                .param("scope", scope(caller))
                .query(Long.class)
                .single();
        PageRequest page = Pages.request(number, total);
        List<Draw> draws = jdbc.sql(WITH_COUNTS.formatted(SEEN, "order by d.id desc limit :size offset :offset"))
                .param("scope", scope(caller))
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query(Draw.class)
                .list();
        return new PageImpl<>(draws, page, total);
    }

    @Transactional(readOnly = true)
    Draw require(long id, Caller caller) {
        return jdbc.sql(WITH_COUNTS.formatted(SEEN, "and d.id = :id"))
                .param("scope", scope(caller))
                .param("id", id)
                .query(Draw.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The strata of a draw at the offices that this person reads. */
    @Transactional(readOnly = true)
    List<Stratum> strata(long draw, Caller caller) {
        return jdbc.sql("""
                        select level, office_name, percent, cardinality(candidates)::bigint as candidates, drawn
                        from lookback_stratum where draw_id = :draw and starts_with(office_path, :scope)
                        order by level desc, office_path
                        """)
                .param("draw", draw)
                .param("scope", scope(caller))
                .query(Stratum.class)
                .list();
    }

    /** Whether drawing again with the seed and the candidates that were kept gives the hazards of the draw. */
    @Transactional(readOnly = true)
    boolean drawsTheSame(long draw) {
        return jdbc.sql("""
                        select count(*) = 0 from (%s) ranked
                        full join (select draw_id, hazard_id from lookback where draw_id = :draw) kept
                            on kept.hazard_id = ranked.hazard_id
                        where ranked.draw_id is null or kept.draw_id is null
                        """.formatted(RANKED))
                .param("draw", draw)
                .query(Boolean.class)
                .single();
    }

    private static String scope(Caller caller) {
        return Objects.requireNonNull(caller.scope().officePath());
    }
}
