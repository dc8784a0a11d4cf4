package gassafety.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Follows the links of the pages that a person sees, a few addresses of each shape, and keeps the forms on them. Links
 * that combine filters without end say so ({@code nofollow}); the forms send the same filters.
 */
public final class Crawl {

    private static final String HERE = "http://localhost";
    private static final int OF_EACH_SHAPE = 2;

    private final MockMvcTester web;
    private final String username;
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<Page> pages = new ArrayList<>();

    private Crawl(MockMvcTester web, String username) {
        this.web = web;
        this.username = username;
    }

    /** A page as it was answered. */
    public record Page(String username, String address, int status, Document document) {

        public List<Form> forms() {
            return document.select("form").stream()
                    .map(form -> Form.of(username, form))
                    .toList();
        }
    }

    /** What a form sends: its fields with the values that it shows, blank ones filled in. */
    public record Form(String username, String address, boolean post, Map<String, String> fields) {

        /** Two forms of one shape are the same form on the pages of two records. */
        public String shape() {
            return (post ? "POST " : "GET ") + Crawl.shape(address) + " " + fields.keySet();
        }

        private static Form of(String username, Element form) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Element field : form.select("input[name], textarea[name], select[name], button[name]")) {
                fields.putIfAbsent(field.attr("name"), content(field));
            }
            String address = form.hasAttr("action") ? form.absUrl("action").substring(HERE.length()) : form.baseUri();
            return new Form(username, address, form.attr("method").equalsIgnoreCase("post"), fields);
        }

        private static String content(Element field) {
            if (field.normalName().equals("select")) {
                Element chosen = field.selectFirst("option[selected]");
                Element offered = field.select("option").last();
                return chosen != null ? chosen.val() : offered == null ? "" : offered.val();
            }
            String value = field.val();
            if (!value.isEmpty()) {
                return value;
            }
            return switch (field.attr("type")) {
                case "date" -> "2023-11-20";
                case "datetime-local" -> "2023-11-14T10:00";
                default -> "1";
            };
        }
    }

    /** All pages that this person reaches from the desk. */
    public static List<Page> of(MockMvcTester web, String username) {
        Crawl crawl = new Crawl(web, username);
        crawl.find("/");
        while (!crawl.waiting.isEmpty()) {
            crawl.visit(crawl.waiting.remove());
        }
        return crawl.pages;
    }

    /** The address with # for each number, month and day in its path, without its query's values. */
    public static String shape(String address) {
        String path = address.replaceAll("[?#].*", "").replaceAll("/[0-9]+(-[0-9W]+)*(?=[/.]|$)", "/#");
        return path + address.replaceAll("^[^?]*|#.*", "").replaceAll("=[^&]*", "");
    }

    private void visit(String address) {
        MvcTestResult result = web.perform(get(URI.create(address)).with(user(username)));
        String type = String.valueOf(result.getResponse().getContentType());
        if (result.getUnresolvedException() != null || !type.startsWith("text/html")) {
            return;
        }
        Document document;
        try {
            document = Jsoup.parse(result.getResponse().getContentAsString(), HERE + address);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        pages.add(new Page(username, address, result.getResponse().getStatus(), document));
        document.select("a[href]:not([rel=nofollow])").eachAttr("abs:href").stream()
                .filter(link -> link.startsWith(HERE + "/"))
                .map(link -> link.substring(HERE.length()).replaceAll("#.*", ""))
                .forEach(this::find);
    }

    private void find(String address) {
        if (known.add(address) && seen.merge(shape(address), 1, Integer::sum) <= OF_EACH_SHAPE) {
            waiting.add(address);
        }
    }
}
