package gassafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import gassafety.support.Crawl;
import gassafety.support.Crawl.Form;
import gassafety.support.DemoTest;
import gassafety.support.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends what no page of ours would send, everywhere, as people of several kinds: nothing breaks, nothing is half done. */
@DemoTest
@DirtiesContext
class HostileInputTest {

    private static final List<String> PEOPLE = List.of(
            "inspector",
            "chief",
            "beilingcase",
            "legal",
            "beiling",
            "beilinghead",
            "beilingspecial",
            "special",
            "station");

    private static final List<String> IDS = List.of("0", "-1", "9999999999999999999", "abc", "1", "%00");

    /** Those that are good texts come last, for they may be taken. */
    private static final List<String> IN_FORMS = List.of(
            "",
            "-1",
            "99999999999999999999",
            "1e400",
            "2023-02-30",
            "+999999999-01-01",
            "2199-12-31",
            "1999-01-01",
            "NO_SUCH",
            "\0\ud800",
            "x".repeat(100_000),
            "字".repeat(99) + "😀" + "字".repeat(900),
            "2023-11-01",
            Faults.SCRIPT + "😀");

    private static final int LONG_FORM = 4;
    private static final int VERY_LONG_FORM = 16;

    private static final List<String> ODD_NAMES = List.of("%s[0]", "%s[99999999]", "%s.x", "%s[x].y", "_%s", "!%s");

    @Autowired
    MockMvcTester web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Set<String> failures = new TreeSet<>();

    @Test
    void noAddressBreaks() {
        for (String person : List.of("inspector", "beilinghead", "station")) {
            for (Address address : addresses()) {
                IDS.stream()
                        .map(id -> address.path().replaceAll("\\{[^}]*}", id))
                        .distinct()
                        .forEach(path -> send(person, path, request(address.method(), URI.create(path))));
            }
        }
        assertThat(String.join("\n", failures)).isEmpty();
    }

    @Test
    void noFormBreaks() {
        Map<String, Deque<Form>> shapes = new LinkedHashMap<>();
        PEOPLE.forEach(person -> forms(person)
                .forEach(form -> shapes.computeIfAbsent(form.shape(), shape -> new ArrayDeque<>())
                        .add(form)));
        shapes.values().forEach(this::attack);
        List.of("special", "inspector", "station")
                .forEach(person -> Crawl.of(web, person).stream()
                        .filter(page -> page.status() >= 500
                                || page.document().selectFirst("script:containsData(alert)") != null)
                        .forEach(page ->
                                failures.add(person + " " + page.address() + " afterwards shows " + page.status())));
        assertThat(String.join("\n", failures)).isEmpty();
    }

    @Test
    void addressesThatNobodyCanReadGetAPageInChinese() throws IOException {
        assertThat(raw("/login?q=[1]{|}^`\"<>\\")).startsWith("HTTP/1.1 200").contains("</html>");
        assertThat(raw("/login?q=%zz")).startsWith("HTTP/1.1 400").contains("请求不正确", "</html>");
        assertThat(raw("/hazards?%=%")).startsWith("HTTP/1.1 400").contains("请求不正确", "</html>");
        assertThat(raw("/%zz")).startsWith("HTTP/1.1 400").contains("请求不正确", "</html>");
        assertThat(raw("/desks/..%2f")).startsWith("HTTP/1.1 400").contains("请求不正确", "</html>");
    }

    private String raw(String path) throws IOException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Stream<Form> forms(String person) {
        return Crawl.of(web, person).stream()
                .flatMap(page -> page.forms().stream())
                .filter(Form::post)
                .filter(form -> !form.address().equals("/logout"));
    }

    /** The fields of a form; where rows are alike, those of the first. */
    private static List<String> fields(Form form) {
        return form.fields().keySet().stream()
                .filter(field -> !field.equals("_csrf") && !field.matches(".*-[2-9][0-9]*-.*"))
                .toList();
    }

    /**
     * Sends one form with one field wrong at a time; once it is taken, the form of the next record of its kind. In a long
     * form each field gets every second value, and its neighbour the others; in a very long one every fifth.
     */
    private void attack(Deque<Form> forms) {
        List<String> fields = fields(forms.element());
        int step = fields.size() > VERY_LONG_FORM ? 5 : fields.size() > LONG_FORM ? 2 : 1;
        for (int value = 0; value < IN_FORMS.size(); value++) {
            for (int field = value % step; field < fields.size(); field += step) {
                Form form = forms.element();
                Map<String, List<String>> sent = sent(form);
                sent.put(fields.get(field), List.of(IN_FORMS.get(value)));
                submit(forms, sent, fields.get(field) + "=" + Faults.readable(IN_FORMS.get(value)));
            }
        }
        for (int at = 0; at < fields.size(); at += step > 2 ? 2 : 1) {
            String field = fields.get(at);
            Form form = forms.element();
            Map<String, List<String>> without = sent(form);
            without.remove(field);
            submit(forms, without, "without " + field);
            Map<String, List<String>> twice = sent(form);
            twice.put(field, List.of("NO_SUCH", "-1"));
            submit(forms, twice, field + " twice");
            upload(forms, field);
        }
        for (String odd : ODD_NAMES) {
            Map<String, List<String>> oddly = new LinkedHashMap<>();
            sent(forms.element()).forEach((name, values) -> oddly.put(odd.formatted(name), values));
            submit(forms, oddly, odd);
        }
        submit(forms, Map.of(), "nothing");
    }

    private void submit(Deque<Form> forms, Map<String, List<String>> sent, String what) {
        Form form = forms.element();
        AbstractMockHttpServletRequestBuilder<?> request = post(URI.create(form.address()));
        sent.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        if (send(form.username(), form.address() + " " + what, request) < 400 && forms.size() > 1) {
            forms.remove();
        }
    }

    private void upload(Deque<Form> forms, String field) {
        Form form = forms.element();
        AbstractMockHttpServletRequestBuilder<?> request = multipart(URI.create(form.address()))
                .file(new MockMultipartFile(field, "../../x.exe", "image/png", new byte[] {'M', 'Z', 0, 1}));
        sent(form).forEach((name, values) -> {
            if (!name.equals(field)) {
                request.param(name, values.toArray(String[]::new));
            }
        });
        send(form.username(), form.address() + " a file as " + field, request);
    }

    private static Map<String, List<String>> sent(Form form) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        form.fields().forEach((name, value) -> sent.put(name, List.of(value)));
        return sent;
    }

    /** @return the status of the answer */
    private int send(String person, String what, AbstractMockHttpServletRequestBuilder<?> request) {
        MvcTestResult result = web.perform(request.with(user(person)).with(csrf()));
        Faults.of(result).forEach(fault -> failures.add(person + " " + what + ": " + fault));
        if (result.getUnresolvedException() != null) {
            return 500;
        }
        int status = result.getResponse().getStatus();
        if (!result.getRequest().getMethod().equals("GET")) {
            long before = changes;
            changes = changes();
            if (status >= 400 && changes != before) {
                failures.add(person + " " + what + ": " + status + ", but something was changed");
            }
        }
        return status;
    }

    private long changes;

    /** How many rows of records were added, changed or deleted since the first call; what is kept to be faster is none. */
    private long changes() {
        return jdbc.sql("select coalesce(max(number), 0) from noted_change")
                .query(Long.class)
                .single();
    }

    @BeforeEach
    void noteChanges() {
        jdbc.sql("create table if not exists noted_change (number bigint generated always as identity primary key)")
                .update();
        jdbc.sql("""
                        create or replace function note_change() returns trigger language plpgsql as $$
                        begin
                            insert into noted_change default values;
                            return null;
                        end $$""").update();
        jdbc.sql("""
                        select table_name from information_schema.tables where table_schema = 'public'
                            and table_type = 'BASE TABLE' and table_name !~ '^(spring_session|flyway|noted)|_kept$'""")
                .query(String.class)
                .list()
                .forEach(table -> jdbc.sql("create or replace trigger note_change after insert or update or delete on "
                                + table + " for each row execute function note_change()")
                        .update());
        changes = changes();
    }

    private record Address(HttpMethod method, String path) {}

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(path -> {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> addresses.add(new Address(method.asHttpMethod(), path)));
                }));
        return addresses;
    }
}
