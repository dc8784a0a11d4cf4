package gassafety.demo;

import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.demo.DemoFindings.Problem;
import gassafety.demo.DemoOffices.People;
import gassafety.demo.DemoRegister.Book;
import gassafety.demo.DemoRegister.Placed;
import gassafety.hazard.HazardSummary;
import gassafety.inspection.AnswerContent;
import gassafety.inspection.Inspections;
import gassafety.inspection.UnitSignature;
import gassafety.office.Caller;
import gassafety.register.EnterpriseRole;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The inspections of the demonstration: stations twice, every second seller, every other unit once. */
@Component
class DemoVisits {

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 9, 5);
    private static final int DAYS_OF_A_ROUND = 34;
    /** Position of Annex 2 that asks for 超期未检 cylinders. */
    private static final int OVERDUE_CYLINDERS = 43;

    private static final Set<String> EQUIPMENT =
            Set.of("ANNEX2", "CYLINDER_MAKER", "CYLINDER_INSPECTION_BODY", "PIPELINE_USER", "PIPELINE_INSPECTION_BODY");

    private final Inspections inspections;
    private final Checklists checklists;
    private final TransactionTemplate transaction;
    private final DemoCylinders cylinders;
    private final DemoLedger ledger;
    private final DemoCases cases;
    private final DemoDirectives directives;
    private final DemoFindings findings = new DemoFindings();
    private final Random chance = new Random(97);
    private int number;

    DemoVisits(
            Inspections inspections,
            Checklists checklists,
            TransactionTemplate transaction,
            DemoCylinders cylinders,
            DemoLedger ledger,
            DemoCases cases,
            DemoDirectives directives) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.transaction = transaction;
        this.cylinders = cylinders;
        this.ledger = ledger;
        this.cases = cases;
        this.directives = directives;
    }

    /** A visit: where, with which list, by whom, and what is found. */
    record Visit(
            Placed place, String list, LocalDateTime begin, List<Caller> inspectors, Map<Integer, Problem> problems) {

        LocalDate day() {
            return begin.toLocalDate();
        }

        /** Everything has been looked at by then. */
        LocalDateTime signing() {
            return begin.plusMinutes(50);
        }

        Caller lead() {
            return inspectors.get(0);
        }

        Caller second() {
            return inspectors.get(1);
        }

        /** Whether equipment is watched over here, not goods or prices, nor a shop that only hands cylinders out. */
        boolean isOfEquipment() {
            return EQUIPMENT.contains(list);
        }
    }

    /** A hazard of the ledger, with what the visit said of it. */
    record Found(HazardSummary hazard, Problem problem, boolean proposedMajor, boolean onTheSpot) {}

    void plan(Book book, People people, Timetable timetable) {
        for (Placed station : book.stations()) {
            planStation(station, timetable);
        }
        for (int n = 0; n < book.sellers().size(); n += 2) {
            add(timetable, book.sellers().get(n), "SELLER", FIRST_DAY.plusDays(chance.nextInt(70)), chance.nextInt(3));
        }
        for (Placed other : book.others()) {
            LocalDate day = FIRST_DAY.plusDays(chance.nextInt(68));
            checklists.inspectionLists(day).stream()
                    .filter(list -> other.unit().has(EnterpriseRole.valueOf(list.role())))
                    .forEach(list -> add(timetable, other, list.code(), day, chance.nextInt(2)));
        }
        inspectFromTheCity(book.stations().get(1), people, timetable);
        leaveOpen(book, timetable);
    }

    /** Twice, the second time with fewer findings and sometimes the same ones; the unlicensed site once. */
    private void planStation(Placed station, Timetable timetable) {
        boolean unlicensed = station.isUnlicensed();
        LocalDate first = FIRST_DAY.plusDays(chance.nextInt(DAYS_OF_A_ROUND));
        Visit visit = add(timetable, station, "ANNEX2", first, findingCount(6));
        if (unlicensed) {
            return;
        }
        boolean known = station.office().office().getCode().equals("beiling-chengguan");
        LocalDate second =
                known ? LocalDate.of(2023, 11, 14) : FIRST_DAY.plusDays(DAYS_OF_A_ROUND + chance.nextInt(36));
        Map<Integer, Problem> again = findings.draw("ANNEX2", known ? 5 : findingCount(3), chance);
        if (known) {
            again.putAll(findings.at("ANNEX2", 24));
        }
        visit.problems().forEach((position, problem) -> {
            if (chance.nextInt(100) < 7) {
                again.put(position, problem);
            }
        });
        add(timetable, station, "ANNEX2", second, again);
    }

    /** None in a tenth of the visits, else evenly from 1. */
    private int findingCount(int most) {
        return chance.nextInt(10) == 0 ? 0 : 1 + chance.nextInt(most);
    }

    private Visit add(Timetable timetable, Placed place, String list, LocalDate day, int count) {
        return add(timetable, place, list, day, findings.draw(list, count, chance));
    }

    private Visit add(Timetable timetable, Placed place, String list, LocalDate day, Map<Integer, Problem> problems) {
        List<Caller> staff = place.office().inspectors();
        int lead = chance.nextInt(staff.size());
        boolean known = staff.get(0).username().equals("inspector");
        List<Caller> pair = known && list.equals("ANNEX2")
                ? List.of(staff.get(0), staff.get(1))
                : List.of(staff.get(lead), staff.get((lead + 1) % staff.size()));
        Visit visit = new Visit(
                place,
                list,
                timetable.workingDay(day).atTime(9 + chance.nextInt(7), 5 * chance.nextInt(12)),
                pair,
                new TreeMap<>(problems));
        timetable.add(visit.begin(), () -> carryOut(visit, timetable));
        return visit;
    }

    private void carryOut(Visit visit, Timetable timetable) {
        List<Doubt> doubts = visit.problems().values().stream()
                .map(problem -> doubt(visit, problem))
                .toList();
        inspect(visit, doubts, true, timetable, outcome -> {
            List<Found> found = outcome.found();
            found.forEach(each -> ledger.follow(each, visit, timetable));
            cases.consider(visit, found, timetable);
            directives.consider(visit, outcome.inspectionId(), found, timetable);
        });
    }

    /** The problem at this position of a list. */
    Map<Integer, Problem> problem(String list, int position) {
        return findings.at(list, position);
    }

    /** Inspects and gives a term for everything that is found; what becomes of it is up to the caller. */
    void inspectForTerm(Visit visit, Timetable timetable, Consumer<List<Found>> then) {
        List<Doubt> doubts = visit.problems().values().stream()
                .map(problem -> new Doubt(problem, visit.list().equals("ANNEX2"), false))
                .toList();
        inspect(visit, doubts, false, timetable, outcome -> then.accept(outcome.found()));
    }

    private record Outcome(long inspectionId, List<Found> found) {}

    /**
     * Begins now and is signed when everything has been looked at.
     *
     * @param again whether what is found under the item of an earlier problem is that problem
     */
    private void inspect(Visit visit, List<Doubt> doubts, boolean again, Timetable timetable, Consumer<Outcome> then) {
        int visitNumber = ++number;
        long id = start(visit, visitNumber);
        timetable.add(visit.signing(), () -> {
            answer(id, visit, doubts, again);
            transaction.executeWithoutResult(TransactionStatus::flush);
            List<HazardSummary> raised = inspections.sign(id, visit.inspectors(), unitSignature(visit, visitNumber));
            then.accept(new Outcome(
                    id,
                    raised.stream().map(hazard -> found(visit, hazard, doubts)).toList()));
        });
    }

    /** What was seen again, after it had been closed, is a problem of its own. */
    private static Found found(Visit visit, HazardSummary hazard, List<Doubt> doubts) {
        return doubts.stream()
                .filter(doubt -> doubt.problem().text().equals(hazard.problem()))
                .map(doubt -> new Found(hazard, doubt.problem(), doubt.major(), doubt.onTheSpot()))
                .findFirst()
                .orElseGet(() ->
                        new Found(hazard, new Problem(visit.list(), 0, 0, hazard.problem(), "专人巡查"), false, false));
    }

    /** What the inspectors make of a problem. */
    private record Doubt(Problem problem, boolean major, boolean onTheSpot) {}

    private Doubt doubt(Visit visit, Problem problem) {
        boolean grave = problem.position() == 24 || problem.position() == 43 && chance.nextInt(2) == 0;
        boolean major = grave && visit.list().equals("ANNEX2");
        return new Doubt(problem, major, !major && chance.nextInt(100) < 48);
    }

    private long start(Visit visit, int visitNumber) {
        return inspections.start(
                visit.lead(),
                visit.inspectors().subList(1, 2),
                visit.place().unit().id(),
                visit.list(),
                visit.day(),
                "示例记录仪%02d".formatted(visitNumber % 40),
                "demonstration-" + visitNumber);
    }

    private void answer(long id, Visit visit, List<Doubt> doubts, boolean again) {
        Map<Integer, AnswerContent> except = new TreeMap<>();
        doubts.forEach(doubt -> except.put(doubt.problem().position(), answer(visit, doubt)));
        inspections.answerAll(id, visit.lead(), except);
        explainDifference(id, visit, except);
        answerEarlier(id, visit, again);
        takePart(id, visit);
        if (visit.list().equals("ANNEX2")) {
            cylinders
                    .seenAt(visit.place(), visit.problems().containsKey(OVERDUE_CYLINDERS))
                    .forEach(mark -> inspections.spotCheck(id, mark, visit.lead()));
        }
    }

    /** At some stations an expert or another department took part, and at every third unit leaflets were handed out. */
    private void takePart(long id, Visit visit) {
        boolean station = visit.list().equals("ANNEX2");
        if (station && id % 4 == 0) {
            inspections.nameParticipant(id, "EXPERT", "演示专家己", "示例特种设备检验院", visit.lead());
        }
        if (station && id % 6 == 0) {
            inspections.nameParticipant(id, "HOUSING", "演示员庚", "示例住房和城乡建设局", visit.lead());
        }
        if (id % 3 == 0) {
            inspections.publicise(id, station ? 20 : 5, station ? "《气瓶充装安全须知》" : "《燃气器具选购和使用提示》", visit.lead());
        }
    }

    /** What is found again was not put right, everything else was. */
    private void answerEarlier(long id, Visit visit, boolean again) {
        inspections.earlierProblems(id, visit.lead()).forEach(hazard -> {
            boolean seen = again
                    && hazard.checklistCode().equals(visit.list())
                    && visit.problems().containsKey(hazard.line());
            inspections.answerEarlier(id, hazard.id(), !seen, seen ? "现场查看，问题仍在" : "", visit.lead());
        });
    }

    private AnswerContent answer(Visit visit, Doubt doubt) {
        AnswerContent content = AnswerContent.nonconforming(
                doubt.problem().text(),
                doubt.major(),
                doubt.onTheSpot() ? null : visit.day().plusDays(15),
                visit.place().unit().responsiblePerson() + "（主要负责人）",
                doubt.problem().measure());
        return asked(visit.list(), doubt.problem(), content);
    }

    /** The numbers that some items of Annex 2 also ask for. */
    private AnswerContent asked(String list, Problem problem, AnswerContent content) {
        Checklist checklist = checklists.current(list, FIRST_DAY);
        AnswerContent complete = content;
        for (String also : checklist.item(problem.position()).orElseThrow().alsoAsk()) {
            complete = complete.counted(
                    also,
                    switch (also) {
                        case "抽查只数" -> "10";
                        case "标识号" -> "示例" + (20230000 + number);
                        default -> "2";
                    });
        }
        return complete;
    }

    /** Positions 9 and 26 of Annex 2 ask the same; where one is found and not the other, the inspectors say why. */
    private void explainDifference(long id, Visit visit, Map<Integer, AnswerContent> except) {
        if (visit.list().equals("ANNEX2") && except.containsKey(9) != except.containsKey(26)) {
            inspections.explain(id, visit.lead(), "APPOINTMENTS_AGREE", "任命文件与培训考核记录分别核查，只有一项缺失。");
        }
        if (visit.place().isUnlicensed() && visit.list().equals("ANNEX2") && !except.containsKey(1)) {
            inspections.explain(id, visit.lead(), "LICENCE_AGREES", "现场出示的许可证系冒用他人证件，另案调查，本项按出示情况填写。");
        }
    }

    private UnitSignature unitSignature(Visit visit, int visitNumber) {
        if (visitNumber == 40) {
            return UnitSignature.missing(UnitSignature.Outcome.REFUSED, "负责人对第 43 项有异议，拒绝签字，已当场宣读。", "演示见证人");
        }
        if (visitNumber == 75) {
            return UnitSignature.missing(UnitSignature.Outcome.ABSENT, "负责人外出，电话告知检查结果。", "");
        }
        return UnitSignature.signed(visit.place().unit().responsiblePerson(), "主要负责人", null);
    }

    /** One station that the county's 所 inspected is inspected by the municipality too. */
    private void inspectFromTheCity(Placed station, People people, Timetable timetable) {
        LocalDateTime begin = LocalDate.of(2023, 10, 26).atTime(10, 0);
        Visit visit = new Visit(station, "ANNEX2", begin, people.cityInspectors(), new TreeMap<>());
        timetable.add(begin, () -> carryOut(visit, timetable));
    }

    /** What is not finished on the last day: an inspection under way, and one that was broken off. */
    private void leaveOpen(Book book, Timetable timetable) {
        Placed seller = book.sellers().get(1);
        timetable.add(
                Timetable.END.minusMinutes(20),
                () -> inspections.start(
                        seller.office().inspectors().get(0),
                        seller.office().inspectors().subList(1, 2),
                        seller.unit().id(),
                        "SELLER",
                        Timetable.END.toLocalDate(),
                        "",
                        "demonstration-open"));
        Placed closed = book.sellers().get(3);
        timetable.add(LocalDateTime.of(2023, 11, 2, 15, 0), () -> {
            List<Caller> inspectors = closed.office().inspectors().subList(0, 2);
            long id = inspections.start(
                    inspectors.get(0),
                    inspectors.subList(1, 2),
                    closed.unit().id(),
                    "SELLER",
                    LocalDate.of(2023, 11, 2),
                    "",
                    "demonstration-terminated");
            timetable.add(
                    LocalDateTime.of(2023, 11, 2, 15, 20),
                    () -> inspections.terminate(id, inspectors.get(0), "单位已关门停业，无人在场，无法检查。"));
        });
    }
}
