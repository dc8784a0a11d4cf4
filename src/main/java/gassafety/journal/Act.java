package gassafety.journal;

import java.util.EnumSet;
import java.util.Set;

/**
 * Everything that can be written in the journal. Some acts are counted by a line of Annex 3, the others stand in
 * timelines only. {@code subject} in the comments is the key that {@link Posting#subject} must carry.
 */
public enum Act {
    // register
    ENTERPRISE_REGISTERED("登记建档"),
    ENTERPRISE_UPDATED("更新档案"),
    ENTERPRISE_REASSIGNED("变更监管单位"),

    // plan
    TASK_ORDERED("下达检查任务"),
    TASK_ASSIGNED("派发检查任务"),
    TASK_REASSIGNED("改派检查任务"),
    TASK_URGED("催办检查任务"),
    TASK_WITHDRAWN("撤回检查任务"),

    // inspection; subject of VISIT_MADE is the inspection, quantity the number of own inspectors
    INSPECTION_STARTED("开始检查"),
    VISIT_MADE("完成监督检查"),
    INSPECTED("检查单位"),
    INSPECTION_SUPPLEMENTED("补充说明"),
    INSPECTION_TERMINATED("终止检查"),
    INSPECTION_CLOSED("办结检查"),

    // hazard
    HAZARD_REGISTERED("登记隐患"),
    RECTIFICATION_ORDERED("下达整改"),
    RECTIFIED_ON_THE_SPOT("当场整改"),
    RECTIFICATION_REPORTED("报告整改完成"),
    RECHECK_RECORDED("填写复查结果"),
    RECHECK_DISPUTED("复查意见不一致"),
    RECHECK_PASSED("复查合格"),
    RECHECK_FAILED("复查不合格"),
    MAJOR_HAZARD_DETERMINED("认定重大隐患"),
    MAJOR_HAZARD_REJECTED("认定为一般隐患"),
    MAJOR_HAZARD_REPORTED("上报重大隐患"),
    MAJOR_REPORT_RECEIVED("登记上报回执"),
    MAJOR_REPORT_LIFTED("报送解除报告"),
    HAZARD_SUPERVISED("挂牌督办"),
    INTERIM_MEASURE_CHECKED("检查管控措施"),
    CLOSURE_CONFIRMED("确认销号"),
    MAJOR_CLOSURE_CONFIRMED("特设科确认销号"),
    LEDGER_REVIEWED("审阅"),
    EXTENSION_REQUESTED("申请延期"),
    EXTENSION_GRANTED("批准延期"),
    EXTENSION_REFUSED("不批准延期"),
    HAZARD_ENDING_PROPOSED("提出终止、移送或误登"),
    HAZARD_ENDING_REFUSED("不同意终止、移送或误登"),
    HAZARD_TERMINATED("终止"),
    HAZARD_TRANSFERRED("移送其他部门"),
    HAZARD_VOIDED("误登撤销"),
    HAZARD_SEEN_PUT_RIGHT("检查时已整改"),
    HAZARD_SEEN_NOT_PUT_RIGHT("检查时仍未整改"),
    HAZARD_RELAPSED("反弹"),
    HAZARD_URGED("催办"),
    HAZARD_TAKEN_OVER("从原台账导入"),
    LOOKBACK_WRITTEN("填写回头看结果"),
    LOOKBACK_DISPUTED("回头看意见不一致"),
    LOOKBACK_IN_PLACE("回头看：整改到位"),
    LOOKBACK_RELAPSED("回头看：反弹"),
    LOOKBACK_UNSEEN("回头看：无法核查"),

    // enforcement; subject of case acts is the case
    CASE_DRAFTED("起草立案"),
    CASE_FILING_PROPOSED("提请立案"),
    CASE_FILING_RETURNED("退回立案"),
    CASE_FILED("批准立案"),
    CASE_NOT_FILED("不予立案"),
    CASE_DECISION_PROPOSED("提出处罚决定"),
    CASE_REVIEWED("法制审核通过"),
    CASE_REVIEW_RETURNED("法制审核退回"),
    CASE_DECISION_RETURNED("退回处罚决定"),
    CASE_DECIDED("批准处罚决定"),
    CASE_SERVED("送达处罚决定"),
    CASE_CLOSED("结案"),
    CASE_VOIDED("误立撤销"),
    CASE_EXPOSED("曝光典型案例"),
    CASE_DESIGNATED_MAJOR("列为重大案件"),
    PERSON_PENALISED("惩治违法人员"),
    INTERVIEWED("约谈单位"),
    CORRECTION_ORDERED("责令改正"),
    GOODS_CONFISCATED("没收产品"),
    SUSPENSION_ORDERED("责令停产停业"),
    UNLICENSED_SHUT_DOWN("取缔关停"),
    FINE_DECIDED("决定罚款"),
    GAINS_CONFISCATED("没收违法所得"),
    DIRECTIVE_DRAFTED("起草监察指令书"),
    DIRECTIVE_PROPOSED("提请签发监察指令书"),
    DIRECTIVE_RETURNED("退回监察指令书"),
    DIRECTIVE_ISSUED("出具监察指令书"),
    DIRECTIVE_SERVED("送达监察指令书"),
    DIRECTIVE_WITHDRAWN("撤回监察指令书"),
    CORRECTION_DRAFTED("起草责令改正通知书"),
    CORRECTION_PROPOSED("提请签发责令改正通知书"),
    CORRECTION_RETURNED("退回责令改正通知书"),
    CORRECTION_ISSUED("签发责令改正通知书"),
    CORRECTION_SERVED("送达责令改正通知书"),
    CORRECTION_WITHDRAWN("撤回责令改正通知书"),
    CCC_CERTIFICATE_SUSPENDED("暂停 CCC 证书"),
    CCC_CERTIFICATE_REVOKED("撤销 CCC 证书"),
    UNIT_LICENCE_REVOKED("吊销单位资格证书"),
    PERSON_CERTIFICATE_REVOKED("吊销人员资格证书"),
    TRANSFER_RECEIVED("公安机关接收移送"),
    LISTED_AS_DISHONEST("列入严重违法失信名单"),

    // accountability
    REVIEW_EXPLAINED("说明责任倒查线索"),
    REVIEW_MOVED_ON("办理责任倒查线索"),

    // self-checks
    SELF_CHECK_STARTED("开始自查"),
    SELF_CHECK_SUBMITTED("提交自查"),
    SELF_CHECK_RETURNED("退回自查"),
    SELF_CHECK_ACCEPTED("受理自查"),
    SELF_CHECK_FIXED("整改自查发现的问题"),

    // sampling
    APPLIANCE_SAMPLED("监督抽查"),

    // monthly returns
    RETURN_BEGUN("开始填报月报"),
    RETURN_SUBMITTED("提交月报"),
    RETURN_APPROVED("审核月报"),
    RETURN_SENT_BACK("退回月报"),
    RETURN_ACCEPTED("接收月报"),
    RETURN_REPORTED("上报月报"),
    RETURN_LOCKED("锁定月报"),
    RETURN_UNLOCKED("解锁月报"),
    RETURN_URGED("催办月报"),
    /** A figure of a bureau that hands in files; the subject is the number of its line. */
    FIGURE_REPORTED("以文件上报"),

    // outreach and mechanism
    ENFORCEMENT_GUIDE_ISSUED("发布执法指引、指导案例"),
    TASK_FORCE_FOUNDED("成立工作专班"),
    SYSTEM_DOCUMENT_ISSUED("出台制度文件"),
    NATIONAL_GUIDANCE_ISSUED("总局指导性文件"),
    LOCAL_GUIDANCE_ISSUED("省市指导性文件"),
    ASSOCIATION_PLEDGED("行业协会倡议、公约、承诺"),
    SUPERVISOR_TRAINED("培训监管人员"),
    SUPERVISORS_TRAINED_BY_HEAD_COUNT("培训监管人员（仅人数）"),
    CYLINDER_STAFF_TRAINED("培训气瓶安全人员"),
    CYLINDER_STAFF_TRAINED_BY_HEAD_COUNT("培训气瓶安全人员（仅人数）"),
    APPLIANCE_STAFF_TRAINED("培训燃气器具质量安全人员"),
    APPLIANCE_STAFF_TRAINED_BY_HEAD_COUNT("培训燃气器具质量安全人员（仅人数）"),
    TRAINING_MATERIAL_HANDED_OUT("发放培训材料"),
    TRAINING_CLASS_HELD("举办专题培训班"),
    MEDIA_REPORT_PUBLISHED("宣传报道"),
    PUBLICITY_EVENT_HELD("重点宣传活动"),
    PUBLICITY_PRODUCT_RELEASED("宣传产品"),
    AUDIENCE_REACHED("宣传覆盖人群"),
    VIEWS_READ("浏览量读数"),
    MEDIA_REPORT_REPOSTED("转载宣传报道"),
    OTHER_DOCUMENT_ISSUED("印发其他文件"),
    DOCUMENT_RECEIVED("收到文件");

    /** What a unit may read of what was done about it; what offices do among themselves is not among it. */
    private static final Set<Act> OPEN_TO_UNITS = EnumSet.of(
            ENTERPRISE_REGISTERED,
            ENTERPRISE_UPDATED,
            ENTERPRISE_REASSIGNED,
            VISIT_MADE,
            INSPECTED,
            INSPECTION_SUPPLEMENTED,
            HAZARD_REGISTERED,
            RECTIFICATION_ORDERED,
            RECTIFIED_ON_THE_SPOT,
            RECTIFICATION_REPORTED,
            RECHECK_PASSED,
            RECHECK_FAILED,
            MAJOR_HAZARD_DETERMINED,
            MAJOR_HAZARD_REJECTED,
            CLOSURE_CONFIRMED,
            MAJOR_CLOSURE_CONFIRMED,
            EXTENSION_REQUESTED,
            EXTENSION_GRANTED,
            EXTENSION_REFUSED,
            HAZARD_TERMINATED,
            HAZARD_TRANSFERRED,
            HAZARD_VOIDED,
            HAZARD_SEEN_PUT_RIGHT,
            HAZARD_SEEN_NOT_PUT_RIGHT,
            SELF_CHECK_STARTED,
            SELF_CHECK_SUBMITTED,
            SELF_CHECK_RETURNED,
            SELF_CHECK_ACCEPTED,
            SELF_CHECK_FIXED,
            HAZARD_RELAPSED,
            HAZARD_SUPERVISED,
            DIRECTIVE_SERVED,
            CORRECTION_SERVED,
            INTERIM_MEASURE_CHECKED,
            HAZARD_URGED);

    private final String label;

    Act(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    /** Whether the unit that it is about may read it. */
    public boolean isOpenToUnits() {
        return OPEN_TO_UNITS.contains(this);
    }
}
