package gassafety.outreach;

import gassafety.web.Pages;
import gassafety.web.TypedDay;
import gassafety.web.WrongFilter;
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
 */
record OutreachFilter(
        @Nullable OutreachKind kind,
        String q,
        String office,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean bare,
        boolean voided) {

    static OutreachFilter of(Map<String, String> sent) {
        return new OutreachFilter(
                Pages.choice("kind", OutreachKind.class, sent.get("kind")),
                Pages.sought(sent.getOrDefault("q", "")),
                Pages.sought(sent.getOrDefault("office", "")),
                day("from", "起始日期", sent),
                day("to", "截止日期", sent),
                ticked("evidence", "none", sent),
                ticked("voided", "yes", sent));
    }

    private static boolean ticked(String filter, String value, Map<String, String> sent) {
        String said = sent.getOrDefault(filter, "");
        if (!said.isEmpty() && !said.equals(value)) {
            throw new WrongFilter(filter, "没有这个选项，请从列表中选择。");
        }
        return said.equals(value);
    }

    private static @Nullable LocalDate day(String filter, String label, Map<String, String> sent) {
        String typed = sent.getOrDefault(filter, "").strip();
        LocalDate day = TypedDay.read(typed);
        if (day == null && !typed.isEmpty()) {
            throw new WrongFilter(filter, TypedDay.wrong(label, typed));
        }
        return day;
    }

    /** The same filters for this kind alone, or for all. */
    OutreachFilter only(@Nullable OutreachKind other) {
        return new OutreachFilter(other, q, office, from, to, bare, voided);
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
