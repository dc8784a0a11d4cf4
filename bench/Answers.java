import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs inspectors of the demonstration in, lets each begin an inspection with Annex 2, and writes cookie, token, address,
 * number of items and proposed term of each as a line that answers.lua reads.
 *
 * <p>Usage: {@code java bench/Answers.java <address> <how many> <file>}
 */
class Answers {

    private static final int PAGES = 5;
    private static final String[] COUNTIES = {"linxi", "qihe", "beiling", "shilu", "jingkai"};

    private final String address;
    private final Set<String> begun = Collections.synchronizedSet(new HashSet<>());

    Answers(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        int wanted = Integer.parseInt(arguments[1]);
        Answers answers = new Answers(arguments[0]);
        List<String> names = answers.inspectors();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<String> lines = new ArrayList<>();
        try {
            while (lines.size() < wanted && !names.isEmpty()) {
                List<Future<Optional<String>>> round = new ArrayList<>();
                names.forEach(name -> round.add(threads.submit(() -> answers.session(name))));
                for (int at = names.size() - 1; at >= 0; at--) {
                    Optional<String> line = round.get(at).get();
                    line.ifPresent(lines::add);
                    if (line.isEmpty()) {
                        names.remove(at);
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
        if (lines.size() < wanted) {
            throw new IllegalStateException("only " + lines.size() + " inspections could be begun");
        }
        Files.write(Path.of(arguments[2]), lines.subList(0, wanted));
    }

    /** User names of inspectors, one county after the other. */
    private List<String> inspectors() throws Exception {
        List<String> names = new ArrayList<>();
        Browser leader = new Browser("leader");
        Matcher options = Pattern.compile("value=\"((?:" + String.join("|", COUNTIES) + ")-[a-z]+(?<!-enforcement|-special))\"")
                .matcher(leader.get("/annex3").body());
        while (options.find()) {
            names.add(options.group(1) + "-3");
        }
        if (names.isEmpty()) {
            throw new IllegalStateException("the page of the statement names no 所");
        }
        return names;
    }

    /** Nothing once the units of this inspector's office are all being inspected. */
    private Optional<String> session(String name) throws Exception {
        Browser browser = new Browser(name);
        StringBuilder units = new StringBuilder();
        for (int page = 1; page <= PAGES; page++) {
            units.append(browser.get("/enterprises?page=" + page).body());
        }
        Matcher unit = Pattern.compile("/enterprises/([0-9]+)\"").matcher(units);
        while (unit.find()) {
            if (!begun.add(unit.group(1))) {
                continue;
            }
            String form = browser.get("/inspections/new?enterprise=" + unit.group(1)).body();
            Map<String, String> sent = Map.of(
                    "_csrf", found(form, "name=\"_csrf\" value=\"([^\"]+)\""),
                    "key", found(form, "name=\"key\" value=\"([^\"]+)\""),
                    "day", found(form, "id=\"day\"[^>]* value=\"([^\"]+)\""),
                    "inspectors", found(form, "name=\"inspectors\" value=\"([0-9]+)\""),
                    "enterprise", unit.group(1),
                    "list", "ANNEX2");
            HttpResponse<String> started = browser.post("/inspections", sent);
            if (started.statusCode() == 302) {
                String there = started.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
                String page = browser.get(there).body();
                long items = Pattern.compile("id=\"p[0-9]+-COMPLIANT\"").matcher(page).results().count();
                String token = found(page, "name=\"_csrf\" value=\"([^\"]+)\"");
                String due = found(page, "data-due=\"([^\"]+)\"");
                return Optional.of(String.join(" ", browser.cookie(), token, there, items + "", due));
            }
        }
        return Optional.empty();
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " on the page");
        }
        return matcher.group(1);
    }

    /** A browser of one person who has logged in. */
    private class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        Browser(String name) throws IOException, InterruptedException {
            String token = found(get("/login").body(), "name=\"_csrf\" value=\"([^\"]+)\"");
            HttpResponse<String> answer =
                    post("/login", Map.of("_csrf", token, "username", name, "password", "Demo-2023-gas"));
            if (answer.headers().firstValue("Location").orElse("/login").contains("/login")) {
                throw new IllegalStateException(name + " could not log in");
            }
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        String cookie() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining(";"));
        }
    }
}
