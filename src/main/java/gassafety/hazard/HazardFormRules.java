package gassafety.hazard;

import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** What each act's form must hold before the act is tried; everything that is wrong is said at once. */
final class HazardFormRules {

    private static final int TEXT = 500;
    private static final int LINE = 100;
    private static final int NAME = 40;

    private HazardFormRules() {}

    static void check(HazardAct act, Hazard hazard, HazardForm form, Errors errors) {
        lengths(form, errors);
        switch (act) {
            case RECTIFY -> {
                needed(errors, "text", form.getText(), "请写明怎样整改的。");
                if (!form.getSigner().isBlank() && form.getFiles().stream().allMatch(MultipartFile::isEmpty)) {
                    errors.rejectValue("files", "missing", "凭单位签字的报告录入的，请上传这份报告。");
                }
            }
            case RECHECK -> {
                answered(errors, form, "请选择复查结果。");
                needed(errors, "text", form.getText(), "请写明复查时看到的情况。");
                if (form.getYes().equals("false") && hazard.isOnTheSpot()) {
                    day(errors, form, "没有当场改好，请填写整改时限。");
                }
            }
            case COUNTERSIGN, DECIDE_EXTENSION, DECIDE_ENDING -> {
                answered(errors, form, "请选择是否同意。");
                reasonToRefuse(errors, form, "不同意的，请写明理由。");
            }
            case CLOSE -> {
                if (hazard.getState() == HazardState.AWAITING_CLOSURE && form.causeChosen() == null) {
                    errors.rejectValue("cause", "missing", "请选择隐患成因。");
                }
            }
            case DETERMINE -> {
                answered(errors, form, "请选择是否认定为重大隐患。");
                reasonToRefuse(errors, form, "不认定的，请写明理由。");
                if (form.isYes()) {
                    needed(errors, "standard", form.getStandard(), "请选择判定标准。");
                    needed(errors, "criterion", form.getCriterion(), "请填写具体条项和情形。");
                }
            }
            case REPORT_UP -> {
                needed(errors, "number", form.getNumber(), "请填写上报文号。");
                needed(errors, "receiver", form.getReceiver(), "请填写上级市场监管部门。");
                needed(errors, "government", form.getGovernment(), "请填写本级人民政府。");
                if (form.atTime() == null) {
                    errors.rejectValue("at", "missing", "请填写上报时间，如 2023-11-02 16:20。");
                }
            }
            case REQUEST_EXTENSION -> {
                day(errors, form, "请填写延期至哪一天。");
                needed(errors, "text", form.getText(), "请写明延期理由。");
                needed(errors, "measure", form.getMeasure(), "请写明延期期间的管控措施。");
            }
            case PROPOSE_ENDING -> {
                if (form.endingChosen() == null) {
                    errors.rejectValue("ending", "missing", "请选择终止、移送或误登。");
                }
                needed(errors, "text", form.getText(), "请写明理由。");
                if (form.endingChosen() == Ending.TRANSFERRED) {
                    needed(errors, "receiver", form.getReceiver(), "请填写接收部门。");
                }
            }
            case CHECK_MEASURE -> {
                answered(errors, form, "请选择管控措施是否有效。");
                needed(errors, "text", form.getText(), "请写明检查情况；措施失效的，写明当场怎样处置。");
            }
            case SUPERVISE -> {
                needed(errors, "number", form.getNumber(), "请填写督办文号。");
                day(errors, form, "请填写督办期限。");
                needed(errors, "text", form.getText(), "请写明督办要求。");
            }
            case RECEIPT -> {
                needed(errors, "number", form.getNumber(), "请填写回执文号或签收人。");
                needed(errors, "receiver", form.getReceiver(), "请选择回执单位。");
            }
            case LIFT -> needed(errors, "number", form.getNumber(), "请填写解除报告文号。");
            case REVIEW, ORDER -> {}
        }
    }

    private static void lengths(HazardForm form, Errors errors) {
        atMost(errors, "text", form.getText(), TEXT);
        atMost(errors, "measure", form.getMeasure(), TEXT);
        atMost(errors, "criterion", form.getCriterion(), TEXT);
        atMost(errors, "number", form.getNumber(), LINE);
        atMost(errors, "receiver", form.getReceiver(), LINE);
        atMost(errors, "government", form.getGovernment(), LINE);
        atMost(errors, "signer", form.getSigner(), NAME);
    }

    private static void needed(Errors errors, String field, String value, String sentence) {
        if (value.isBlank()) {
            errors.rejectValue(field, "missing", sentence);
        }
    }

    private static void answered(Errors errors, HazardForm form, String sentence) {
        if (!form.getYes().equals("true") && !form.getYes().equals("false")) {
            errors.rejectValue("yes", "missing", sentence);
        }
    }

    private static void reasonToRefuse(Errors errors, HazardForm form, String sentence) {
        if (form.getYes().equals("false")) {
            needed(errors, "text", form.getText(), sentence);
        }
    }

    private static void day(Errors errors, HazardForm form, String sentence) {
        if (form.dueDay() == null) {
            errors.rejectValue("due", "missing", sentence);
        }
    }

    private static void atMost(Errors errors, String field, String value, int longest) {
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            errors.rejectValue(field, "long", "现在有 " + length + " 个字，不能超过 " + longest + " 个字。");
        }
    }
}
