package gassafety.lookback;

import gassafety.hazard.HazardLevel;
import gassafety.web.LikePattern;
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
 * @param office code of the office in charge of the unit, or of one above it
 * @param level of the hazard
 * @param phase in which the hazard was closed
 * @param seen only those that were visited and signed
 * @param draw only those of this draw
 */
record LookbackFilter(
        String q,
        @Nullable LookbackState state,
        @Nullable HazardLevel level,
        String office,
        @Nullable String officePath,
        @Nullable Integer phase,
        boolean seen,
        @Nullable Long draw) {

    private static final int LONGEST = 100;

    /** @throws WrongFilter when a filter has a value that the page does not offer */
    static LookbackFilter read(Map<String, String> sent, @Nullable String officePath) {
        String q = sent.getOrDefault("q", "").strip();
        String draw = sent.getOrDefault("draw", "");
        if (!draw.matches("[0-9]{0,18}")) {
            throw new WrongFilter("draw", "没有这次抽取，请从列表中选择。");
        }
        String office = sent.getOrDefault("office", "");
        if (!office.isEmpty() && officePath == null) {
            throw new WrongFilter("office", "没有这个监管单位，请从列表中选择。");
        }
        String phase = sent.getOrDefault("phase", "");
        if (!phase.matches("[0-9]?")) {
            throw new WrongFilter("phase", "没有这个阶段，请从列表中选择。");
        }
        return new LookbackFilter(
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                Pages.choice("state", LookbackState.class, sent.get("state")),
                Pages.choice("level", HazardLevel.class, sent.get("level")),
                office,
                officePath,
                phase.isEmpty() ? null : Integer.valueOf(phase),
                "yes".equals(sent.get("seen")),
                draw.isEmpty() ? null : Long.valueOf(draw));
    }

    public boolean isEverything() {
        return q.isEmpty()
                && state == null
                && level == null
                && office.isEmpty()
                && phase == null
                && !seen
                && draw == null;
    }

    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "state", state == null ? "" : state.name());
        add(address, "level", level == null ? "" : level.name());
        add(address, "office", office);
        add(address, "phase", phase == null ? "" : phase.toString());
        add(address, "seen", seen ? "yes" : "");
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
                String fragment = q.toLowerCase(Locale.ROOT);
                all.add(criteria.like(lookback.get("search"), LikePattern.containing(fragment), '\\'));
            }
            if (state != null) {
                all.add(criteria.equal(lookback.get("state"), state));
            }
            if (level != null) {
                all.add(criteria.equal(lookback.get("level"), level));
            }
            if (officePath != null) {
                all.add(criteria.like(lookback.get("custody").get("chargePath"), officePath + "%"));
            }
            if (phase != null) {
                all.add(criteria.equal(lookback.get("phase"), phase));
            }
            if (seen) {
                all.add(criteria.isNotNull(lookback.get("visitedOn")));
            }
            if (draw != null) {
                all.add(criteria.equal(lookback.get("drawId"), draw));
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
    }
}
