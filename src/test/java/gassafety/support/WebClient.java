package gassafety.support;

import gassafety.office.DemoPassword;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A person of the demonstration at a system in another process, as a browser without scripts. */
public final class WebClient {

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    public WebClient(String address) {
        this.address = address;
    }

    public WebClient logIn(String username) throws Exception {
        get("/login");
        post("/login", Map.of("username", username, "password", DemoPassword.VALUE));
        return this;
    }

    public Document get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        return read(answer);
    }

    /** Sends a form, with the token of the page that was read last; follows the redirect. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(form(path, fields, false), BodyHandlers.ofString());
        read(answer);
        return answer;
    }

    /** Sends a form in the background, as the pages' scripts do. */
    public HttpResponse<String> fetch(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return http.send(form(path, fields, true), BodyHandlers.ofString());
    }

    private HttpRequest form(String path, Map<String, String> fields, boolean background) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put("_csrf", token);
        String body = sent.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (background) {
            request.header("X-Requested-With", "fetch");
        }
        return request.build();
    }

    private Document read(HttpResponse<String> answer) {
        Document page = Jsoup.parse(answer.body());
        String fresh = page.select("input[name=_csrf]").attr("value");
        if (!fresh.isEmpty()) {
            token = fresh;
        }
        return page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
