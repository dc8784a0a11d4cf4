package gassafety.hazard;

import java.time.LocalDate;
import java.util.Optional;

/** What happens to a hazard next, by whom and by when, in one or two sentences. */
final class NextStep {

    private NextStep() {}

    /** @param report by when it must be reported up, in words; empty when it need not be */
    static String of(Hazard hazard, Standing standing, Optional<Rechecking.Proposed> recheck, String report) {
        String proposed = hazard.getState().isOpen() && hazard.getLevel() == HazardLevel.PROPOSED_MAJOR
                ? "拟定为重大隐患，等县局特设股认定。"
                : "";
        String supervised = hazard.getState().isOpen() && hazard.getSupervisedUntil() != null
                ? "已挂牌督办，须在 " + hazard.getSupervisedUntil() + " 前销号。"
                : "";
        return proposed
                + report
                + supervised
                + switch (hazard.getState()) {
                    case REGISTERED -> "等待下达整改。";
                    case ON_THE_SPOT -> "由在场的检查员记录当场整改情况，另一名检查员确认。";
                    case RECTIFYING -> rectifying(hazard, standing);
                    case AWAITING_RECHECK -> recheck(hazard, standing, recheck);
                    case AWAITING_CLOSURE ->
                        hazard.getLevel() == HazardLevel.PROPOSED_MAJOR ? "认定之后由所长确认销号。" : "两名检查员复查合格，等所长确认销号。";
                    case AWAITING_SECTION -> "所长已确认，等特设科确认销号。";
                    case CLOSED ->
                        hazard.getEndedOn() + " 已销号。" + (hazard.offers(HazardAct.LIFT) ? "等县局特设股报送解除报告。" : "");
                    case TERMINATED -> hazard.getEndedOn() + " 终止，不再整改。";
                    case TRANSFERRED -> hazard.getEndedOn() + " 已移送其他部门。";
                    case VOIDED -> hazard.getEndedOn() + " 按误登撤销，不计入统计。";
                };
    }

    private static String rectifying(Hazard hazard, Standing standing) {
        LocalDate due = hazard.getDue();
        if (due == null) {
            return "须立即停止，不设整改期限。";
        }
        if (hazard.getExtensionById() != null) {
            return "已在到期前申请延期，等" + WhoMay.extensionDecider(hazard).getLabel() + "审批；原时限 " + due + "。";
        }
        int late = standing.workingDaysLate(hazard);
        if (late > 0) {
            String why = hazard.getFailedRechecks() > 0 ? "复查不合格后单位没有再报告" : "单位没有报告";
            return "整改时限 " + due + " 已过，逾期" + late + "个工作日，" + why + "，请上门核查。";
        }
        int left = standing.calendar().workingDaysUntil(standing.today(), due);
        return "单位须在 " + due + " 前整改并报告" + (left > 0 ? "（还有" + left + "个工作日）。" : "（已到期）。");
    }

    private static String recheck(Hazard hazard, Standing standing, Optional<Rechecking.Proposed> recheck) {
        if (recheck.isPresent()) {
            String result = recheck.get().passed() ? "合格" : "不合格";
            return recheck.get().byName() + "已填写复查结果：" + result + "，等另一名检查员会签。";
        }
        int late = standing.workingDaysRecheckLate(hazard);
        return late > 0
                ? "应在 " + hazard.getRecheckDue() + " 前复查，已逾期" + late + "个工作日，请两名检查员尽快复查。"
                : "单位 " + hazard.getReportedOn() + " 报告整改完成，两名检查员须在 " + hazard.getRecheckDue() + " 前复查。";
    }
}
