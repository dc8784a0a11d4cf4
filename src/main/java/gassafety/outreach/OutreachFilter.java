package gassafety.outreach;

import gassafety.web.Pages;
import gassafety.web.TypedDay;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list is narrowed to.
 *
 * @param office code of an office, with those below it; empty for all
 * @param bare only records without evidence
 * @param voided voided records instead of those that stand
 * @param wrongDays whether a day was typed that is none; it narrows nothing
 */
record OutreachFilter(
        @Nullable OutreachKind kind,
        String q,
        String office,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean bare,
        boolean voided,
        boolean wrongDays) {

    static OutreachFilter of(Map<String, String> sent) {
        String from = sent.getOrDefault("from", "").strip();
        String to = sent.getOrDefault("to", "").strip();
        LocalDate first = TypedDay.read(from);
        LocalDate last = TypedDay.read(to);
        return new OutreachFilter(
                Pages.choice("kind", OutreachKind.class, sent.get("kind")),
                Pages.sought(sent.getOrDefault("q", "")),
                Pages.sought(sent.getOrDefault("office", "")),
                first,
                last,
                "none".equals(sent.get("evidence")),
                "yes".equals(sent.get("voided")),
                first == null && !from.isEmpty() || last == null && !to.isEmpty());
    }

    /** The same filters for this kind alone, or for all. */
    OutreachFilter only(@Nullable OutreachKind other) {
        return new OutreachFilter(other, q, office, from, to, bare, voided, wrongDays);
    }

    /** Address of a list with these filters. */
    String address(String list) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "kind", kind == null ? "" : kind.name());
        put(values, "q", q);
        put(values, "office", office);
        put(values, "from", from == null ? "" : from.toString());
        put(values, "to", to == null ? "" : to.toString());
        put(values, "evidence", bare ? "none" : "");
        put(values, "voided", voided ? "yes" : "");
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(list);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    public boolean isEmpty() {
        return address("").isEmpty();
    }

    private static void put(Map<String, Object> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }
}
