package gassafety.enforcement;

import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.office.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the cases that wait for someone. */
@Component
@Transactional(readOnly = true)
class CaseTasks {

    private static final int MOST_RUNNING = 200;
    private static final Sort OLDEST_FIRST = Sort.by("id");

    /** What is asked for at each stage; stages that ask nothing are absent. */
    private static final Map<CaseStage, CaseStep> ASKED = Map.of(
            CaseStage.DRAFT, CaseStep.PROPOSE_FILING,
            CaseStage.FILING_PROPOSED, CaseStep.FILE,
            CaseStage.INVESTIGATION, CaseStep.PROPOSE_DECISION,
            CaseStage.REVIEW, CaseStep.PASS_REVIEW,
            CaseStage.DECISION_PROPOSED, CaseStep.DECIDE,
            CaseStage.DECIDED, CaseStep.SERVE,
            CaseStage.SERVED, CaseStep.CLOSE);

    private final Cases cases;
    private final CaseReader reader;
    private final CaseTerms terms;

    CaseTasks(Cases cases, CaseReader reader, CaseTerms terms) {
        this.cases = cases;
        this.reader = reader;
        this.terms = terms;
    }

    /** Steps that this person is to take: as head or reviewer any of the bureau's, as handler or drafter their own. */
    Tasks of(Caller caller) {
        List<CaseStage> stages = stages(caller);
        if (stages.isEmpty()) {
            return Tasks.NONE;
        }
        Function<EnforcementCase, Optional<Term>> reckoning = terms.reckoning();
        Page<EnforcementCase> running =
                cases.page(waiting(stages, caller), caller.scope(), 1, MOST_RUNNING, OLDEST_FIRST);
        List<Task> asked = running.stream()
                .filter(found -> asked(found, caller))
                .map(found -> task(found, reckoning.apply(found)))
                .toList();
        return new Tasks(asked, asked.size(), running.hasNext());
    }

    /** The cases for which a term runs. */
    List<CaseRow> running(Scope scope) {
        List<CaseStage> stages =
                List.of(CaseStage.INVESTIGATION, CaseStage.REVIEW, CaseStage.DECISION_PROPOSED, CaseStage.DECIDED);
        Specification<EnforcementCase> open =
                (root, query, criteria) -> root.get("stage").in(stages);
        return reader.where(open, scope).stream()
                .filter(row -> row.term() != null)
                .toList();
    }

    private static List<CaseStage> stages(Caller caller) {
        List<CaseStage> stages = new ArrayList<>();
        if (EnforcementCase.mayDraft(caller)) {
            stages.add(CaseStage.DRAFT);
        }
        if (caller.is(Role.HEAD)) {
            stages.addAll(List.of(CaseStage.FILING_PROPOSED, CaseStage.DECISION_PROPOSED));
        }
        if (caller.is(Role.COUNTY_ENFORCEMENT)) {
            stages.addAll(List.of(CaseStage.INVESTIGATION, CaseStage.DECIDED, CaseStage.SERVED));
        }
        if (caller.is(Role.LEGAL_REVIEWER)) {
            stages.add(CaseStage.REVIEW);
        }
        return stages;
    }

    private static Specification<EnforcementCase> waiting(List<CaseStage> stages, Caller caller) {
        long bureau = caller.office().bureau().getId();
        return (root, query, criteria) ->
                criteria.and(root.get("stage").in(stages), criteria.equal(root.get("bureauId"), bureau));
    }

    private static boolean asked(EnforcementCase found, Caller caller) {
        CaseStep step = ASKED.get(found.getStage());
        if (step == null || !found.allows(step, caller)) {
            return false;
        }
        return switch (step) {
            case PROPOSE_FILING -> found.isDraftedBy(caller.accountId());
            case PROPOSE_DECISION, SERVE, CLOSE -> found.isHandledBy(caller.accountId());
            default -> true;
        };
    }

    private static Task task(EnforcementCase found, Optional<Term> term) {
        return new Task(
                what(found),
                found.getCustody().getEnterpriseName() + " " + found.getCause(),
                "/cases/" + found.getId(),
                term.map(Term::due).orElse(null),
                term.map(Term::workingDaysLate).orElse(0));
    }

    private static String what(EnforcementCase found) {
        return switch (found.getStage()) {
            case DRAFT -> found.last(CaseStep.RETURN_FILING).isPresent() ? "立案被退回，请补充" : "提请立案";
            case FILING_PROPOSED -> "审批立案";
            case REVIEW -> "法制审核";
            case DECISION_PROPOSED -> "审批处罚决定";
            case DECIDED -> "送达处罚决定";
            case SERVED -> "结案";
            default -> found.decision().isPresent() ? "处罚决定被退回，请修改" : "提出处罚决定";
        };
    }
}
