package gassafety.inspection;

import gassafety.web.Stale;

/** The inspection is signed, being signed or broken off: its content is fixed, and what came now was not written. */
class Settled extends Stale {

    private final transient InspectionStatus status;

    Settled(InspectionStatus status) {
        super(sentence(status));
        this.status = status;
    }

    /** What a person is told. */
    String sentence() {
        return sentence(status);
    }

    private static String sentence(InspectionStatus status) {
        return switch (status) {
            case TERMINATED -> "这次检查已终止，内容已固定；这一次填写没有写入记录。";
            case TO_SIGN -> "检查人员已开始签字（待签字），内容已固定；这一次填写没有写入记录，签字完成后可以写补充说明。";
            default -> "这次检查已签名，内容已固定；这一次填写没有写入记录，请写补充说明。";
        };
    }
}
