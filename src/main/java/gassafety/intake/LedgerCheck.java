package gassafety.intake;

import static gassafety.intake.LedgerColumn.CREDIT_CODE;
import static gassafety.intake.LedgerColumn.LIST;
import static gassafety.intake.LedgerColumn.NUMBER;
import static gassafety.intake.LedgerColumn.PROBLEM;
import static gassafety.intake.LedgerColumn.UNIT;

import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.hazard.KeptHazard;
import gassafety.hazard.KeptHazards;
import gassafety.hazard.KeptHazards.Numbered;
import gassafety.intake.LedgerSheet.Line;
import gassafety.office.Caller;
import gassafety.register.CreditCode;
import gassafety.register.Register;
import gassafety.register.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through a ledger: which lines are new, which are known already, and what is wrong with the others. */
@Component
class LedgerCheck {

    private static final int MOST_UNITS = 20_000;
    private static final String USUAL_FIELD = "TS";
    private static final Pattern ANNEX_ITEM = Pattern.compile("附件([12])第 ?([0-9]{1,4}) ?项");

    private final Register register;
    private final KeptHazards hazards;
    private final Checklists checklists;
    private final Today today;

    LedgerCheck(Register register, KeptHazards hazards, Checklists checklists, Today today) {
        this.register = register;
        this.hazards = hazards;
        this.checklists = checklists;
        this.today = today;
    }

    /**
     * What was found.
     *
     * @param fresh hazards that are not in the ledger yet, by their line
     * @param known how many lines are in it already
     * @param faulty how many lines have something wrong
     */
    record Result(Map<Integer, KeptHazard> fresh, int known, int faulty, List<Fault> faults) {

        int lines() {
            return fresh.size() + known + faulty;
        }
    }

    Result check(List<Line> lines, Caller caller) {
        Units units = units(lines, caller);
        Set<String> numbers = lines.stream()
                .map(line -> line.text(NUMBER))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
        Map<String, Numbered> numbered = hazards.numbered(caller.office().bureau(), numbers);
        Set<Numbered> anywhere = hazards.keptOf(units.ids(), numbers);
        Map<Integer, KeptHazard> read = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int known = 0;
        for (Line line : lines) {
            LineReader reader = new LineReader(line, today.day());
            Unit unit = units.of(line, reader);
            requireItem(line, reader);
            KeptHazard kept = reader.read(unit, unit == null ? USUAL_FIELD : field(unit));
            boolean isKnown = kept != null && isKnown(kept, numbered, anywhere, reader);
            if (kept != null && reader.faults().isEmpty()) {
                requireOnce(kept, line, seen, reader);
            }
            faults.addAll(reader.faults());
            if (kept != null && reader.faults().isEmpty()) {
                if (isKnown) {
                    known++;
                } else {
                    read.put(line.number(), kept);
                }
            }
        }
        int faulty = lines.size() - known - read.size();
        int withoutNumber = dropKnownWithoutNumber(read);
        return new Result(read, known + withoutNumber, faulty, faults);
    }

    private static boolean isKnown(
            KeptHazard kept, Map<String, Numbered> numbered, Set<Numbered> anywhere, LineReader reader) {
        Numbered same = numbered.get(kept.number());
        if (same == null) {
            return anywhere.contains(new Numbered(kept.number(), kept.unit().id(), kept.foundOn()));
        }
        if (same.enterpriseId() != kept.unit().id() || !same.foundOn().equals(kept.foundOn())) {
            reader.wrong(NUMBER, "这个编号已用于另一条隐患（" + same.foundOn() + " 发现）");
        }
        return true;
    }

    /** Where a line names an item of an annex, the annex has it. */
    private void requireItem(Line line, LineReader reader) {
        Matcher named = ANNEX_ITEM.matcher(line.text(LIST));
        if (named.matches()) {
            Checklist annex = checklists.current("ANNEX" + named.group(1), today.day());
            if (annex.items().stream().noneMatch(item -> item.printedNo().equals(named.group(2)))) {
                reader.wrong(LIST, "附件" + named.group(1) + "没有第 " + named.group(2) + " 项");
            }
        }
    }

    private static void requireOnce(KeptHazard kept, Line line, Map<String, Integer> seen, LineReader reader) {
        boolean hasNumber = !kept.number().isEmpty();
        Integer before = seen.putIfAbsent(hasNumber ? "编号 " + kept.number() : kept.digest(), line.number());
        if (before != null) {
            reader.wrong(hasNumber ? NUMBER : PROBLEM, "与第 " + before + " 行重复");
        }
    }

    /** Takes out those that have no number in the ledger but are known by what they say; returns how many. */
    private int dropKnownWithoutNumber(Map<Integer, KeptHazard> read) {
        List<KeptHazard> without =
                read.values().stream().filter(kept -> kept.number().isEmpty()).toList();
        Set<String> digests = hazards.digests(
                without.stream().map(kept -> kept.unit().id()).collect(Collectors.toSet()),
                without.stream().map(KeptHazard::foundOn).collect(Collectors.toSet()));
        int before = read.size();
        read.values().removeIf(kept -> kept.number().isEmpty() && digests.contains(kept.digest()));
        return before - read.size();
    }

    private String field(Unit unit) {
        LocalDate day = today.day();
        return checklists.inspectionLists(day).stream()
                .filter(list ->
                        unit.roles().stream().anyMatch(role -> role.name().equals(list.role())))
                .findFirst()
                .map(list -> list.field().name())
                .orElse(USUAL_FIELD);
    }

    private Units units(List<Line> lines, Caller caller) {
        List<Unit> found = register.called(
                lines.stream().map(line -> line.text(UNIT)).collect(Collectors.toSet()),
                lines.stream().map(Units::code).collect(Collectors.toSet()),
                MOST_UNITS,
                caller.scope());
        return new Units(
                found.stream().collect(Collectors.groupingBy(Unit::name)),
                found.stream()
                        .filter(unit -> !unit.creditCode().isEmpty())
                        .collect(Collectors.toMap(Unit::creditCode, Function.identity())));
    }

    /** The units that the ledger names, as far as the caller reads them. */
    private record Units(Map<String, List<Unit>> byName, Map<String, Unit> byCode) {

        Set<Long> ids() {
            return Stream.concat(byName.values().stream().flatMap(List::stream), byCode.values().stream())
                    .map(Unit::id)
                    .collect(Collectors.toSet());
        }

        static String code(Line line) {
            return line.text(CREDIT_CODE).toUpperCase(Locale.ROOT);
        }

        @Nullable
        Unit of(Line line, LineReader reader) {
            String name = line.text(UNIT);
            String code = code(line);
            if (name.isEmpty()) {
                reader.wrong(UNIT, "请填写单位");
                return null;
            }
            if (!code.isEmpty() && !CreditCode.isValid(code)) {
                reader.wrong(CREDIT_CODE, "统一社会信用代码不正确，应为 18 位，最后一位是校验码");
                return null;
            }
            List<Unit> named = byName.getOrDefault(name, List.of());
            if (code.isEmpty()) {
                if (named.size() > 1) {
                    reader.wrong(UNIT, "有 " + named.size() + " 家单位同名，请在“统一社会信用代码”列写明是哪一家");
                } else if (named.isEmpty()) {
                    reader.wrong(UNIT, "监管对象中没有这个单位，或不在您的管辖范围，请先建档或核对名称");
                }
                return named.size() == 1 ? named.get(0) : null;
            }
            Unit coded = byCode.get(code);
            if (coded == null) {
                reader.wrong(CREDIT_CODE, "监管对象中没有这个代码的单位，或不在您的管辖范围");
            } else if (!Objects.equals(coded.name(), name)) {
                reader.wrong(UNIT, "与统一社会信用代码不符，这个代码的单位是“" + coded.name() + "”");
                return null;
            }
            return coded;
        }
    }
}
