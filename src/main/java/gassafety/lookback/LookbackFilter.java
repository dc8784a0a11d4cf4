package gassafety.lookback;

import gassafety.web.Pages;
import gassafety.web.WrongFilter;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which looks back a list shows.
 *
 * @param q any fragment of the hazard's number, the unit's name or the problem
 * @param draw only those of this draw
 */
record LookbackFilter(
        String q, @Nullable LookbackState state, @Nullable Long draw) {

    private static final int LONGEST = 100;

    /** @throws WrongFilter when a filter has a value that the page does not offer */
    static LookbackFilter read(Map<String, String> sent) {
        String q = sent.getOrDefault("q", "").strip();
        String draw = sent.getOrDefault("draw", "");
        if (!draw.matches("[0-9]{0,18}")) {
            throw new WrongFilter("draw", "没有这次抽取，请从列表中选择。");
        }
        return new LookbackFilter(
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                Pages.choice("state", LookbackState.class, sent.get("state")),
                draw.isEmpty() ? null : Long.valueOf(draw));
    }

    public boolean isEverything() {
        return q.isEmpty() && state == null && draw == null;
    }

    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "state", state == null ? "" : state.name());
        add(address, "draw", draw == null ? "" : draw.toString());
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    Specification<Lookback> specification() {
        return (lookback, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            if (!q.isEmpty()) {
                String fragment = q.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
                all.add(criteria.like(lookback.get("search"), "%" + fragment + "%", '\\'));
            }
            if (state != null) {
                all.add(criteria.equal(lookback.get("state"), state));
            }
            if (draw != null) {
                all.add(criteria.equal(lookback.get("drawId"), draw));
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
    }
}
