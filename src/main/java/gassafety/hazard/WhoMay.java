package gassafety.hazard;

import static gassafety.hazard.Obstacle.notNow;
import static gassafety.hazard.Obstacle.notYou;
import static gassafety.hazard.Obstacle.notYours;

import gassafety.office.Caller;
import gassafety.office.Role;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what to a hazard that is within their scope and in a state for it. The verbs refuse by this rule and the
 * page shows its buttons by it.
 *
 * <p>Whoever found a hazard may recheck it, both finders too: in a 所 of two people nobody else is there. The 所长 may
 * confirm what they rechecked themselves, for the same reason; a recheck always has two officers.
 */
final class WhoMay {

    private WhoMay() {}

    /** What stands in the way, or null when nothing does. */
    static @Nullable Obstacle obstacle(Hazard hazard, HazardAct act, Caller caller, LocalDate today) {
        return switch (act) {
            case ORDER -> notYours("整改随检查记录签字下达。");
            case RECTIFY -> rectify(hazard, caller);
            case RECHECK -> recheck(hazard, caller);
            case COUNTERSIGN -> countersign(hazard, caller);
            case CLOSE -> close(hazard, caller);
            case DETERMINE -> only(Role.COUNTY_SPECIAL_SECTION, caller, "重大隐患由县局特设股认定。");
            case REPORT_UP -> only(Role.COUNTY_SPECIAL_SECTION, caller, "重大隐患由县局特设股上报。");
            case REVIEW -> only(Role.CAMPAIGN_OFFICE, caller, "隐患台账由特设科（专班办公室）审阅。");
            case REQUEST_EXTENSION -> requestExtension(hazard, caller, today);
            case DECIDE_EXTENSION -> decideExtension(hazard, caller);
            case PROPOSE_ENDING -> only(Role.INSPECTOR, caller, "终止、移送或误登由检查员提出。");
            case DECIDE_ENDING -> decideEnding(hazard, caller);
            case CHECK_MEASURE -> only(Role.INSPECTOR, caller, "管控措施由检查员检查。");
            case SUPERVISE ->
                caller.is(Role.DEPARTMENT) && caller.office().isEnforcementDepartment()
                        ? null
                        : notYours("重大隐患由执法稽查科挂牌督办。");
            case RECEIPT -> only(Role.COUNTY_SPECIAL_SECTION, caller, "上报回执由县局特设股登记。");
            case LIFT -> only(Role.COUNTY_SPECIAL_SECTION, caller, "解除报告由县局特设股报送。");
        };
    }

    private static @Nullable Obstacle rectify(Hazard hazard, Caller caller) {
        if (hazard.isOnTheSpot()) {
            return only(Role.INSPECTOR, caller, "当场整改由在场的检查员记录，另一名检查员确认。");
        }
        return hazard.isOwnOf(caller) ? null : only(Role.INSPECTOR, caller, "整改完成由单位报告，或由检查员凭单位签字的报告录入。");
    }

    private static @Nullable Obstacle recheck(Hazard hazard, Caller caller) {
        if (!caller.is(Role.INSPECTOR)) {
            return notYours("复查由两名检查员进行。");
        }
        return isReporter(hazard, caller) ? notYou("您报告了这条隐患的整改，不能参加复查。") : null;
    }

    private static @Nullable Obstacle countersign(Hazard hazard, Caller caller) {
        if (caller.is(Role.INSPECTOR) && Objects.equals(hazard.getRecheckerId(), caller.accountId())) {
            return notYou("复查结果已由您填写，须由另一名检查员会签。");
        }
        return recheck(hazard, caller);
    }

    private static @Nullable Obstacle close(Hazard hazard, Caller caller) {
        if (isSectionAsked(hazard, caller)) {
            Obstacle obstacle = only(Role.CAMPAIGN_OFFICE, caller, "重大隐患销号由特设科确认。");
            return obstacle == null && hazard.getReportNumber() == null
                    ? notNow("这条重大隐患还没有上报，须由县局特设股登记上报文号后才能确认销号。")
                    : obstacle;
        }
        Obstacle obstacle = only(Role.FIELD_OFFICE_HEAD, caller, "销号由所长确认。");
        return obstacle == null && hazard.getLevel() == HazardLevel.PROPOSED_MAJOR
                ? notNow("这条隐患拟定为重大，须先由县局特设股认定，才能确认销号。")
                : obstacle;
    }

    /** 特设科 confirms after the 所长; of a major hazard that has not come to either yet, it may ask too. */
    private static boolean isSectionAsked(Hazard hazard, Caller caller) {
        return switch (hazard.getState()) {
            case AWAITING_SECTION -> true;
            case AWAITING_CLOSURE -> false;
            default -> hazard.getLevel() == HazardLevel.MAJOR && caller.is(Role.CAMPAIGN_OFFICE);
        };
    }

    private static @Nullable Obstacle requestExtension(Hazard hazard, Caller caller, LocalDate today) {
        Obstacle obstacle = hazard.isOwnOf(caller) ? null : only(Role.INSPECTOR, caller, "延期由单位或检查员申请。");
        if (obstacle != null) {
            return obstacle;
        }
        LocalDate due = hazard.getDue();
        if (due == null) {
            return notNow("这条隐患须立即停止，没有整改期限，不能延期。");
        }
        return today.isAfter(due) ? notNow("整改时限 " + due + " 已过，延期须在到期前申请。") : null;
    }

    /** 重大 by the county's head; 一般 by the 所长, from the second time on by the head. */
    static Role extensionDecider(Hazard hazard) {
        boolean byHead = hazard.getLevel() != HazardLevel.GENERAL || hazard.getExtensions() > 0;
        return byHead ? Role.HEAD : Role.FIELD_OFFICE_HEAD;
    }

    private static @Nullable Obstacle decideExtension(Hazard hazard, Caller caller) {
        Role decider = extensionDecider(hazard);
        if (!caller.is(decider)) {
            return notYours("这次延期由" + decider.getLabel() + "审批。");
        }
        return Objects.equals(hazard.getExtensionById(), caller.accountId()) ? notYou("延期由您申请，须由他人审批。") : null;
    }

    private static @Nullable Obstacle decideEnding(Hazard hazard, Caller caller) {
        if (!caller.is(Role.FIELD_OFFICE_HEAD)) {
            return notYours("终止、移送或误登由所长确认。");
        }
        return Objects.equals(hazard.getEndingById(), caller.accountId()) ? notYou("由您提出，须由他人确认。") : null;
    }

    private static @Nullable Obstacle only(Role role, Caller caller, String sentence) {
        return caller.is(role) ? null : notYours(sentence);
    }

    private static boolean isReporter(Hazard hazard, Caller caller) {
        return Objects.equals(hazard.getReporterId(), caller.accountId());
    }
}
