package gassafety.demo;

import gassafety.demo.DemoVisits.Found;
import gassafety.demo.DemoVisits.Visit;
import gassafety.directive.DirectiveText;
import gassafety.directive.DirectiveWork;
import gassafety.enforcement.Service;
import gassafety.enforcement.ServiceWay;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The 监察指令书 of the demonstration: one for each visit to special equipment that leaves something to put right. */
@Component
class DemoDirectives {

    private static final int WITHDRAWN = 11;
    private static final int UNSERVED = 50;

    private final DirectiveWork directives;
    private final TransactionTemplate transaction;
    private final Random chance = new Random(58);
    private int drafted;

    DemoDirectives(DirectiveWork directives, TransactionTemplate transaction) {
        this.directives = directives;
        this.transaction = transaction;
    }

    /** Drafted the same day; filling without a licence gets no term to correct, so no directive either. */
    void consider(Visit visit, long inspectionId, List<Found> found, Timetable timetable) {
        List<Found> left = found.stream().filter(each -> !each.onTheSpot()).toList();
        if (left.isEmpty() || !visit.isOfEquipment() || visit.place().isUnlicensed()) {
            return;
        }
        int number = ++drafted;
        timetable.add(
                visit.begin().plusMinutes(90), () -> draft(visit, number, text(visit, inspectionId, left), timetable));
    }

    private void draft(Visit visit, int number, DirectiveText text, Timetable timetable) {
        Caller lead = visit.lead();
        Long begun = transaction.execute(made -> {
            long id = directives.draft(
                    lead,
                    "demonstration-directive-" + number,
                    visit.place().unit().id(),
                    text);
            directives.propose(Turn.of(lead, id));
            return id;
        });
        bring(visit, java.util.Objects.requireNonNull(begun), number, timetable);
    }

    private void bring(Visit visit, long id, int number, Timetable timetable) {
        Caller head = visit.place().county().head();
        LocalDateTime issued =
                timetable.after(visit.day(), 1 + chance.nextInt(3)).atTime(10, 40);
        LocalDate served = timetable.after(issued.toLocalDate(), 1);
        timetable.add(issued, () -> directives.issue(Turn.of(head, id).saying("同意签发")));
        if (number != UNSERVED) {
            timetable.add(
                    served.atTime(15, 20),
                    () -> directives.serve(
                            Turn.of(visit.lead(), id),
                            new Service(
                                    served,
                                    ServiceWay.DIRECT,
                                    visit.place().unit().responsiblePerson() + "（主要负责人）")));
        }
        if (number == WITHDRAWN) {
            timetable.add(
                    timetable.after(served, 2).atTime(9, 30),
                    () -> directives.withdraw(Turn.of(head, id).saying("问题描述与检查记录不一致，撤回后另行处理。")));
        }
    }

    private static DirectiveText text(Visit visit, long inspectionId, List<Found> left) {
        return new DirectiveText(
                numbered(left.stream().map(each -> each.problem().text()).toList()),
                provision(visit),
                numbered(left.stream().map(each -> each.problem().measure()).toList()),
                visit.day().plusDays(15),
                left.stream().map(each -> each.hazard().id()).collect(Collectors.toSet()),
                inspectionId);
    }

    private static String provision(Visit visit) {
        return switch (visit.list()) {
            case "ANNEX2" -> "《中华人民共和国特种设备安全法》第十三条、第四十九条";
            case "CYLINDER_INSPECTION_BODY", "PIPELINE_INSPECTION_BODY" -> "《中华人民共和国特种设备安全法》第五十三条";
            default -> "《中华人民共和国特种设备安全法》第十三条、第三十四条";
        };
    }

    private static String numbered(List<String> sentences) {
        return IntStream.range(0, sentences.size())
                .mapToObj(n -> (n + 1) + "．" + sentences.get(n))
                .collect(Collectors.joining("\n"));
    }
}
