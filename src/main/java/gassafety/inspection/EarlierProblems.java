package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.hazard.EarlierHazard;
import gassafety.hazard.EarlierHazards;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks about the problems that are known already, and keeps what the inspectors found of them. */
@Service
class EarlierProblems {

    private final InspectionRecords records;
    private final EarlierAnswers answers;
    private final VisitLists visit;
    private final EarlierHazards hazards;
    private final Turns turns;
    private final JdbcClient jdbc;
    private final Today today;

    EarlierProblems(
            InspectionRecords records,
            EarlierAnswers answers,
            VisitLists visit,
            EarlierHazards hazards,
            Turns turns,
            JdbcClient jdbc,
            Today today) {
        this.records = records;
        this.answers = answers;
        this.visit = visit;
        this.hazards = hazards;
        this.turns = turns;
        this.jdbc = jdbc;
        this.today = today;
    }

    @Transactional(readOnly = true)
    public Earlier of(Inspection inspection, Caller caller) {
        EarlierHazards.Known known = hazards.knownBefore(inspection.getVisitDay(), inspection.getUnitId(), caller);
        Map<Long, EarlierAnswer> said = known.latest().isEmpty()
                ? Map.of()
                : answers.latest(inspection.getId()).stream()
                        .collect(Collectors.toMap(EarlierAnswer::hazardId, Function.identity()));
        return new Earlier(
                inspection.getVisitDay(),
                known.total(),
                known.latest().stream()
                        .map(hazard -> new Earlier.Problem(hazard, said.get(hazard.id())))
                        .toList());
    }

    /**
     * Saves what was found of an earlier problem, in every list of the visit. A request that is sent again gives what it saved before; the same
     * request with other content changes what it saved.
     *
     * @param base version that the person saw
     * @throws Settled when the inspection takes no more answers
     * @throws Refusal when a colleague has answered otherwise since
     */
    @Transactional
    public void answer(long id, long hazardId, boolean putRight, String remark, int base, String key, Caller by) {
        Inspection inspection = records.find(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        List<Long> lists = visit.share(id);
        turns.take("earlier " + inspection.getVisitId() + " " + hazardId);
        Optional<EarlierAnswer> earlier = answers.savedUnder(id, key);
        earlier.ifPresent(saved -> requireOwn(saved, hazardId, by));
        if (earlier.filter(
                        saved -> saved.putRight() == putRight && saved.remark().equals(remark))
                .isPresent()) {
            return;
        }
        requireOpen(id);
        EarlierHazard hazard = hazards.knownBefore(inspection.getVisitDay(), inspection.getUnitId(), hazardId, by)
                .orElseThrow(NotFound::new);
        EarlierAnswer last = answers.latest(id, hazardId).orElse(null);
        int version = last == null ? 0 : last.version();
        int seen = Math.min(
                version, Math.max(base, earlier.map(EarlierAnswer::version).orElse(0)));
        if (last != null && seen < version && last.savedBy() != by.accountId()) {
            requireAgreement(last, putRight, remark);
        }
        EarlierAnswer answer = new EarlierAnswer(
                hazardId,
                version + 1,
                seen,
                key,
                putRight,
                remark,
                hazard.summary().number(),
                hazard.summary().problem(),
                hazard.summary().state(),
                by.accountId(),
                by.name(),
                today.now());
        lists.forEach(list -> answers.add(list, answer));
    }

    private void requireOpen(long id) {
        InspectionStatus now = InspectionStatus.valueOf(jdbc.sql("select status from inspection where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
        if (!now.isTakingAnswers()) {
            throw new Settled(now);
        }
    }

    private static void requireAgreement(EarlierAnswer last, boolean putRight, String remark) {
        if (last.putRight() != putRight
                || !last.remark().isEmpty() && !last.remark().equals(remark)) {
            throw new Refusal(last.savedByName() + " " + last.savedText() + " 已填“" + last.verdictText()
                    + "”，与您的填写不同，没有保存；请核实后重新选择。");
        }
    }

    private static void requireOwn(EarlierAnswer saved, long hazardId, Caller by) {
        if (saved.hazardId() != hazardId || saved.savedBy() != by.accountId()) {
            throw new Refusal("这次填写的标识与另一次填写重复，没有保存，请刷新页面后重试。");
        }
    }
}
