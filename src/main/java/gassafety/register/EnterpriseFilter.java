package gassafety.register;

import gassafety.web.Pages;
import gassafety.web.TypedDay;
import gassafety.web.WrongFilter;
import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which units a list shows.
 *
 * @param q fragments of name, credit code, address, licence, certificate or tank number, all of which must be found
 * @param officePath path of the office in charge, or of one above it
 * @param standing only those that are neither 吊销 nor 注销
 * @param key only those under 重点监管
 * @param ending only those of which this ends within 60 days or has ended
 * @param risky only those of credit risk C or D
 * @param only numbers of units that were chosen elsewhere, separated by commas; empty for no choice
 */
record EnterpriseFilter(
        String q,
        @Nullable EnterpriseRole role,
        String office,
        @Nullable String officePath,
        Identity.@Nullable Status status,
        boolean standing,
        boolean key,
        @Nullable Ending ending,
        boolean risky,
        Visits visits,
        String only) {

    static final EnterpriseFilter ALL =
            new EnterpriseFilter("", null, "", null, null, false, false, null, false, Visits.ANY, "");

    private static final int LONGEST = 100;
    private static final int MOST_CHOSEN = 200;

    /**
     * Whether units were inspected, or checked themselves; in the role, if the filter has one.
     *
     * @param missingSince only those that nobody inspected since that day
     * @param madeSince only those that someone inspected since that day
     * @param by the last day that either looks at; null for no end
     * @param silentSince only those that handed in no self-check since that day
     */
    record Visits(
            @Nullable LocalDate missingSince,
            @Nullable LocalDate madeSince,
            @Nullable LocalDate by,
            @Nullable LocalDate silentSince) {
        static final Visits ANY = new Visits(null, null, null, null);
    }

    /** @throws WrongFilter when a filter has a value that the page does not offer */
    static EnterpriseFilter read(Map<String, String> sent, String office, @Nullable String officePath) {
        String q = sent.getOrDefault("q", "").strip();
        return new EnterpriseFilter(
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                Pages.choice("role", EnterpriseRole.class, sent.get("role")),
                office,
                officePath,
                Pages.choice("status", Identity.Status.class, sent.get("status")),
                "yes".equals(sent.get("standing")),
                "yes".equals(sent.get("key")),
                Pages.choice("ending", Ending.class, sent.get("ending")),
                "high".equals(sent.get("risk")),
                new Visits(day(sent, "uninspected"), day(sent, "inspected"), day(sent, "by"), day(sent, "silent")),
                only(sent.getOrDefault("only", "").strip()));
    }

    EnterpriseFilter with(EnterpriseRole held) {
        return new EnterpriseFilter(q, held, office, officePath, status, standing, key, ending, risky, visits, only);
    }

    EnterpriseFilter with(Ending ends) {
        return new EnterpriseFilter(q, role, office, officePath, status, standing, key, ends, risky, visits, only);
    }

    EnterpriseFilter underKeySupervision() {
        return new EnterpriseFilter(q, role, office, officePath, status, standing, true, ending, risky, visits, only);
    }

    EnterpriseFilter only(long unit) {
        return new EnterpriseFilter(
                q, role, office, officePath, status, standing, key, ending, risky, visits, String.valueOf(unit));
    }

    /** The address of this list. */
    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "role", EnterpriseForm.text(role));
        add(address, "office", office);
        add(address, "status", EnterpriseForm.text(status));
        add(address, "standing", standing ? "yes" : "");
        add(address, "key", key ? "yes" : "");
        add(address, "ending", EnterpriseForm.text(ending));
        add(address, "risk", risky ? "high" : "");
        add(address, "uninspected", text(visits.missingSince()));
        add(address, "inspected", text(visits.madeSince()));
        add(address, "by", text(visits.by()));
        add(address, "silent", text(visits.silentSince()));
        add(address, "only", only);
        return address.encode().toUriString();
    }

    Specification<EnterpriseLine> on(LocalDate today) {
        return (unit, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            for (String fragment : q.toLowerCase(Locale.ROOT).split("\\s+")) {
                if (!fragment.isEmpty()) {
                    all.add(criteria.like(unit.get("search"), "%" + literally(fragment) + "%", '\\'));
                }
            }
            if (role != null) {
                all.add(criteria.equal(unit.join("held"), role));
            }
            if (officePath != null) {
                all.add(criteria.like(unit.get("custody").get("chargePath"), officePath + "%"));
            }
            if (status != null) {
                all.add(criteria.equal(unit.get("status"), status));
            }
            if (key) {
                all.add(criteria.isNotNull(unit.get("keySince")));
            }
            if (ending != null) {
                all.add(ending.by(today.plusDays(Ending.DAYS), unit, query, criteria));
            }
            if (!only.isEmpty()) {
                all.add(unit.get("id").in(chosen()));
            }
            if (standing || ending != null) {
                all.add(unit.get("status")
                        .in(Identity.Status.REVOKED, Identity.Status.DEREGISTERED)
                        .not());
            }
            if (risky) {
                all.add(unit.get("riskLevel").in(Identity.RiskLevel.C, Identity.RiskLevel.D));
            }
            if (visits.missingSince() != null) {
                all.add(RecordedVisit.between(visits.missingSince(), visits.by(), role, unit, query, criteria)
                        .not());
            }
            if (visits.madeSince() != null) {
                all.add(RecordedVisit.between(visits.madeSince(), visits.by(), role, unit, query, criteria));
            }
            if (visits.silentSince() != null) {
                all.add(RecordedSelfCheck.since(visits.silentSince(), role, unit, query, criteria)
                        .not());
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
    }

    /** The units that were chosen elsewhere. */
    Set<Long> chosen() {
        return Stream.of(only.split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    private static String only(String sent) {
        if (!sent.matches("([0-9]{1,18}(,[0-9]{1,18}){0," + (MOST_CHOSEN - 1) + "})?")) {
            throw new WrongFilter("only", "单位的选择不正确，请回到列表重新勾选，一次最多 " + MOST_CHOSEN + " 家。");
        }
        return sent;
    }

    private static String literally(String fragment) {
        return fragment.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable LocalDate day(Map<String, String> sent, String name) {
        String typed = sent.getOrDefault(name, "").strip();
        LocalDate day = TypedDay.read(typed);
        if (day == null && !typed.isEmpty()) {
            throw new WrongFilter(name, TypedDay.wrong("检查日期", typed));
        }
        return day;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
