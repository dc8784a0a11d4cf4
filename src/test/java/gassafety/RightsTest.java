package gassafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.support.DemoTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The contract's table of who reads what: every cell whose address exists, pages, workbooks and records. */
@DemoTest
class RightsTest {

    private static final List<String> COLUMNS = List.of(
            "enterprises", "inspections", "hazards", "cases", "leads", "samplings", "returns", "annex3", "audit");

    /** The columns' reach for each account: the path prefix read is that of the office named, {@code -} is 403. */
    private static final Map<String, String> TABLE = table();

    /** Table and account scope columns of the records behind each list that exists by now. */
    private static final Map<String, String> RECORDS = Map.of(
            "enterprises", "select id, office_path, charge_path, id as enterprise_id, true as shown from enterprise",
            "inspections", "select id, office_path, charge_path, enterprise_id, shown_to_unit as shown from inspection",
            "hazards", "select id, office_path, charge_path, enterprise_id, shown_to_unit as shown from hazard",
            "cases",
                    "select id, office_path, charge_path, enterprise_id, shown_to_unit as shown from enforcement_case");

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyListAndWorkbookAnswersAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        Set<String> addresses = addresses();
        for (String account : TABLE.keySet()) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                String list = "/" + COLUMNS.get(column);
                int expected = reach(account, column).equals("-") ? 403 : 200;
                for (String address : Stream.of(list, list + ".xlsx")
                        .filter(addresses::contains)
                        .toList()) {
                    int actual = status(account, address);
                    if (actual != expected) {
                        wrong.add(account + " " + address + ": " + actual + ", the table says " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRecordIsFoundInsideTheReachAndOnlyThere() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> records : RECORDS.entrySet()) {
            int column = COLUMNS.indexOf(records.getKey());
            List<Row> rows = sample(records.getValue());
            assertThat(rows).as(records.getKey() + " in the demonstration").hasSizeGreaterThan(3);
            for (String account : TABLE.keySet()) {
                for (Row row : rows) {
                    int expected = expected(account, reach(account, column), row);
                    int actual = status(account, "/" + records.getKey() + "/" + row.id());
                    if (actual != expected) {
                        wrong.add(account + " /" + records.getKey() + "/" + row + ": " + actual + ", not " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void coverageAndPlansAreReadByTheOfficesAmongThoseWhoReadUnitsAndInspections() {
        List<String> wrong = new ArrayList<>();
        for (String account : TABLE.keySet()) {
            String units = reach(account, COLUMNS.indexOf("enterprises"));
            String inspections = reach(account, COLUMNS.indexOf("inspections"));
            Map<String, Boolean> open = new TreeMap<>();
            for (String address : List.of("/coverage", "/coverage.xlsx")) {
                open.put(address, !units.equals("-") && !units.equals("own"));
            }
            for (String address : List.of("/plans", "/plans.xlsx", "/tasks", "/tasks.xlsx", "/calendar")) {
                open.put(address, !inspections.equals("-") && !inspections.equals("own"));
            }
            open.forEach((address, allowed) -> {
                int actual = status(account, address);
                if (actual != (allowed ? 200 : 403)) {
                    wrong.add(account + " " + address + ": " + actual);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTaskIsFoundInsideTheReachAndNeverByAUnit() {
        List<String> wrong = new ArrayList<>();
        List<Row> rows =
                sample("select id, office_path, charge_path, enterprise_id, true as shown from inspection_task");
        assertThat(rows).hasSizeGreaterThan(3);
        for (String account : TABLE.keySet()) {
            String reach = reach(account, COLUMNS.indexOf("inspections"));
            for (Row row : rows) {
                int expected = expected(account, reach.equals("own") ? "-" : reach, row);
                int actual = status(account, "/tasks/" + row.id());
                if (actual != expected) {
                    wrong.add(account + " /tasks/" + row + ": " + actual + ", not " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyReturnIsFoundInsideTheReachAndTheBoardByThoseWhoReadReturns() {
        List<String> wrong = new ArrayList<>();
        List<Row> rows = jdbc.sql("""
                        select id, office_path, charge_path, null::bigint as enterprise_id, false as shown
                        from monthly_return where month = '2023-09-01' order by id
                        """).query(Row.class).list();
        assertThat(rows).hasSizeGreaterThan(3);
        for (String account : TABLE.keySet()) {
            String reach = reach(account, COLUMNS.indexOf("returns"));
            for (Row row : rows) {
                int expected = expected(account, reach, row);
                for (String address : List.of("/returns/" + row.id(), "/returns/" + row.id() + ".xlsx")) {
                    int actual = status(account, address);
                    if (actual != expected) {
                        wrong.add(account + " " + address + ": " + actual + ", not " + expected);
                    }
                }
            }
            if (status(account, "/board") != (reach.equals("-") ? 403 : 200)) {
                wrong.add(account + " /board");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLogin() {
        for (String address : addresses()) {
            if (COLUMNS.contains(address.substring(1).replace(".xlsx", ""))) {
                assertThat(browser.get().uri(address).exchange()).hasRedirectedUrl("/login");
            }
        }
    }

    private record Row(long id, String officePath, String chargePath, Long enterpriseId, boolean shown) {}

    /** A record each of two 所 of 北岭县 and two other counties, and some of the two units that have accounts. */
    private List<Row> sample(String sql) {
        return jdbc.sql("""
                        with r as (%s), ranked as (
                            select r.*, o.code, a.id is not null as known,
                                row_number() over (partition by charge_path, a.id, shown order by r.id desc) as n
                            from r join office o on o.path = r.charge_path
                            left join account a on a.enterprise_id = r.enterprise_id)
                        select id, office_path, charge_path, enterprise_id, shown from ranked
                        where n = 1 and (known
                            or code like 'beiling-%%' or code like '%%-chengguan' or code in ('linxi-xincheng', 'jingkai-yuanqu'))
                        order by id
                        """.formatted(sql)).query(Row.class).list();
    }

    private int expected(String account, String reach, Row row) {
        if (reach.equals("-")) {
            return 403;
        }
        if (reach.equals("own")) {
            Long own = jdbc.sql("select enterprise_id from account where username = :name")
                    .param("name", account)
                    .query(Long.class)
                    .single();
            return own.equals(row.enterpriseId()) && row.shown() ? 200 : 404;
        }
        String path = jdbc.sql("select path from office where code = :code")
                .param("code", reach)
                .query(String.class)
                .single();
        return row.officePath().startsWith(path) || row.chargePath().startsWith(path) ? 200 : 404;
    }

    private int status(String account, String address) {
        return browser.get()
                .uri(address)
                .with(user(account))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private Set<String> addresses() {
        Set<String> addresses = new java.util.TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> addresses.addAll(mapping.getPatternValues()));
        return addresses;
    }

    private static String reach(String account, int column) {
        return TABLE.get(account).split(" +")[column];
    }

    private static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        for (String account : List.of(
                "leader",
                "special",
                "special2",
                "quality",
                "price",
                "enforcement",
                "credit",
                "online",
                "certification",
                "general")) {
            table.put(account, "city city city city city city city city -");
        }
        for (String county : List.of("beiling", "qihe")) {
            for (String account : List.of(county, county + "head", county + "special", county + "case")) {
                table.put(account, "C C C C C C C C -".replace("C", county));
            }
        }
        table.put("legal", "C C C C C C C C -".replace("C", "beiling"));
        for (String account : List.of("inspector", "inspector2", "chief")) {
            table.put(account, "F F F F F F - F -".replace("F", "beiling-chengguan"));
        }
        table.put("qiheinspector", "F F F F F F - F -".replace("F", "qihe-chengguan"));
        table.put("station", "own own own - - own - - -");
        table.put("seller", "own own own - - own - - -");
        table.put("admin", "- - - - - - - - -");
        table.put("admin2", "- - - - - - - - -");
        table.put("auditor", "- - - - - - - - city");
        return table;
    }
}
