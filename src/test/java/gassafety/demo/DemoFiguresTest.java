package gassafety.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The statement agrees with plain SQL over the records themselves, not over the journal: what was signed, filed, decided
 * and served is what is counted.
 */
@DemoTest
class DemoFiguresTest {

    private static final String SIGNED = """
            from inspection i join office o on i.office_path like o.path || '%'
            where o.code = :office and i.visit_day <= :day::date
              and i.status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
            """;
    private static final String UNITS = "select count(distinct i.enterprise_id) " + SIGNED + " and i.role = 'ROLE'";
    /** Cases and directives are acts of the bureau, whichever of its offices drafted them. */
    private static final String CASES = """
            from enforcement_case c join office b on b.id = c.bureau_id join office o on b.path like o.path || '%'
            left join decision d on d.case_id = c.id
            where o.code = :office and c.stage <> 'VOIDED'
            """;

    private static final String DIRECTIVES = """
            from directive d join office b on b.id = d.bureau_id join office o on b.path like o.path || '%'
            where o.code = :office and d.stage <> 'WITHDRAWN'
            """;

    private static final String OUTREACH = """
            from outreach_record r join office c on c.id = r.counting_office_id
                join office o on c.path like o.path || '%'
            where o.code = :office and r.day <= :day::date and r.voided_at is null
            """;

    /** Lines that the demonstration has records for; all others must be zero. */
    private static final Map<Integer, String> LINES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    4,
                    "select count(distinct (i.enterprise_id, i.visit_day, p.account_id)) "
                            + SIGNED.replace("where", "join inspection_inspector p on p.inspection_id = i.id where")),
            Map.entry(
                    5,
                    "select count(distinct i.enterprise_id) " + SIGNED
                            + " and i.role in ('FILLING_STATION', 'LPG_OPERATOR')"),
            Map.entry(6, units("CYLINDER_MAKER")),
            Map.entry(7, units("FILLING_STATION") + " and i.licence_state <> 'UNLICENSED'"),
            Map.entry(8, units("CYLINDER_INSPECTION_BODY")),
            Map.entry(10, units("APPLIANCE_PRODUCER")),
            Map.entry(11, units("APPLIANCE_SELLER")),
            Map.entry(12, units("PIPELINE_USER")),
            Map.entry(13, units("PIPELINE_INSPECTION_BODY")),
            Map.entry(15, "select count(distinct c.id) " + CASES + " and c.filed_on <= :day::date"),
            Map.entry(
                    16,
                    "select count(distinct unit) from (select c.enterprise_id as unit " + CASES
                            + " and d.correction and c.served_on <= :day::date union select d.enterprise_id "
                            + DIRECTIVES
                            + " and d.served_on <= :day::date) ordered"),
            Map.entry(
                    17,
                    "select coalesce(sum(g.quantity), 0) "
                            + CASES.replace(
                                    "where",
                                    "join decision_goods g on g.decision_id = d.id and g.unit <> 'KILOGRAM' where")
                            + " and c.decided_on <= :day::date"),
            Map.entry(
                    18,
                    "select count(distinct c.enterprise_id) " + CASES
                            + " and d.closedown <> 'NONE' and c.decided_on <= :day::date"),
            Map.entry(19, "select count(*) " + DIRECTIVES + " and d.issued_on <= :day::date"),
            Map.entry(23, "select coalesce(sum(d.fine + d.gains), 0) " + CASES + " and c.decided_on <= :day::date"),
            Map.entry(26, "select count(*) " + OUTREACH + " and choice = 'GUIDE'"),
            Map.entry(27, "select count(distinct c.id) " + OUTREACH + " and r.kind = 'TASK_FORCE'"),
            Map.entry(28, "select count(*) " + OUTREACH + " and choice = 'SYSTEM'"),
            Map.entry(30, "select count(*) " + OUTREACH + " and choice = 'GUIDANCE'"),
            Map.entry(31, "select count(*) " + OUTREACH + " and r.kind = 'PLEDGE'"),
            Map.entry(32, trained("SUPERVISORS")),
            Map.entry(33, trained("CYLINDER_STAFF")),
            Map.entry(34, trained("APPLIANCE_STAFF")),
            Map.entry(35, "select coalesce(sum(quantity), 0) " + OUTREACH + " and r.kind = 'HAND_OUT'"),
            Map.entry(36, "select count(*) " + OUTREACH + " and r.kind = 'TRAINING_CLASS'"),
            Map.entry(37, "select count(*) " + OUTREACH + " and r.kind = 'MEDIA' and not repost"),
            Map.entry(38, "select count(*) " + OUTREACH + " and r.kind = 'EVENT'"),
            Map.entry(39, "select count(*) " + OUTREACH + " and r.kind = 'PRODUCT'"),
            Map.entry(40, "select coalesce(sum(quantity), 0) " + OUTREACH + " and r.kind = 'EVENT'"),
            Map.entry(
                    41,
                    "select coalesce(sum(quantity), 0) from (select distinct on (item_id) quantity " + OUTREACH
                            + " and r.kind = 'VIEWS' order by item_id, day desc, r.id desc) latest")));

    private static String trained(String choice) {
        String chosen = OUTREACH + " and choice = '" + choice + "'";
        return "select (select count(distinct person) "
                + chosen.replace("where", "join outreach_attendee a on a.record_id = r.id where")
                + ") + (select coalesce(sum(quantity), 0) " + chosen + " and not named)";
    }

    private static String units(String role) {
        return UNITS.replace("ROLE", role);
    }

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "2023-09-15, city",
        "2023-09-30, beiling",
        "2023-10-15, city",
        "2023-10-31, qihe-chengguan",
        "2023-11-14, city"
    })
    void theStatementOfADayIsWhatTheRecordsSay(String day, String office) throws UnsupportedEncodingException {
        Document page = Jsoup.parse(browser.get()
                .uri("/annex3?asOf=" + day + "&office=" + office)
                .with(user("leader"))
                .exchange()
                .getResponse()
                .getContentAsString());
        Map<Integer, BigDecimal> shown = new TreeMap<>();
        Map<Integer, BigDecimal> counted = new TreeMap<>();
        for (int line = 1; line <= 41; line++) {
            String attribute = line == 23 ? "data-yuan" : "data-value";
            shown.put(
                    line, new BigDecimal(page.select("[data-line=" + line + "]").attr(attribute)).stripTrailingZeros());
            counted.put(line, count(line, day, office).stripTrailingZeros());
        }
        assertThat(shown).isEqualTo(counted);
    }

    private BigDecimal count(int line, String day, String office) {
        String sql = LINES.get(line);
        return sql == null
                ? BigDecimal.ZERO
                : jdbc.sql(sql)
                        .param("day", day)
                        .param("office", office)
                        .query(BigDecimal.class)
                        .single();
    }
}
