package gassafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import gassafety.support.Crawl;
import gassafety.support.Crawl.Form;
import gassafety.support.DemoTest;
import gassafety.support.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Asks every list for what it does not offer. */
@DemoTest
class HostileFiltersTest {

    private static final List<String> IN_ADDRESSES = List.of(
            "",
            "-1",
            "0",
            "abc",
            "999999999",
            "99999999999",
            "%",
            "_",
            "\\",
            "'",
            Faults.SCRIPT,
            "2023-02-30",
            "0000-00-00",
            "99999-01-01",
            "+999999999-01-01",
            "a\0b",
            "\ud800",
            "字".repeat(99) + "😀",
            "x".repeat(5_000));

    @Autowired
    MockMvcTester web;

    /** Each filter of a page gets every second value, and the next one the others. */
    @Test
    void noFilterBreaks() {
        Set<String> failures = new TreeSet<>();
        Map<String, String> ofShape = new LinkedHashMap<>();
        Map<String, Set<String>> parameters = new LinkedHashMap<>();
        for (Crawl.Page page : Crawl.of(web, "special")) {
            for (Form form : page.forms()) {
                if (!form.post()) {
                    String first =
                            ofShape.computeIfAbsent(Crawl.shape(path(form.address())), shape -> path(form.address()));
                    parameters
                            .computeIfAbsent(first, path -> new TreeSet<>(Set.of("page", "q")))
                            .addAll(form.fields().keySet());
                }
            }
            if (page.address().contains("?")) {
                String first =
                        ofShape.computeIfAbsent(Crawl.shape(path(page.address())), shape -> path(page.address()));
                Set<String> names = parameters.computeIfAbsent(first, path -> new TreeSet<>(Set.of("page", "q")));
                Stream.of(page.address().replaceAll(".*\\?", "").split("&"))
                        .map(pair -> pair.replaceAll("=.*", ""))
                        .forEach(names::add);
            }
        }
        parameters.forEach((path, names) -> {
            int turn = 0;
            for (String name : names) {
                for (int value = turn++ % 2; value < IN_ADDRESSES.size(); value += 2) {
                    String wrong = IN_ADDRESSES.get(value);
                    Faults.of(web.perform(get(path).param(name, wrong).with(user("special"))))
                            .forEach(fault ->
                                    failures.add(path + "?" + name + "=" + Faults.readable(wrong) + ": " + fault));
                }
            }
        });
        assertThat(String.join("\n", failures)).isEmpty();
    }

    private static String path(String address) {
        return address.replaceAll("[?#].*", "");
    }
}
