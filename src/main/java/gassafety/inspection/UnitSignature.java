package gassafety.inspection;

import gassafety.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the unit's side did when it was asked to sign.
 *
 * @param name who signed or refused; may be empty when nobody was there
 * @param title 职务, or on whose authority
 * @param note what happened, needed unless it was signed
 * @param witness who saw the refusal or absence; may be empty
 * @param image the signature as PNG, or null when it was signed elsewhere or not at all
 * @param scan SHA-256 of the file that shows it: the signed paper, or a photo or recording of a refusal or absence
 */
public record UnitSignature(
        Outcome outcome,
        String name,
        String title,
        String note,
        String witness,
        byte @Nullable [] image,
        @Nullable String scan) {

    /** How it ended. */
    public enum Outcome {
        SIGNED("签字"),
        PAPER("纸质签字"),
        REFUSED("拒绝签字"),
        ABSENT("负责人不在场");

        private final String label;

        /** Whether the unit's person signed, on the pad or on paper. */
        public boolean isSigned() {
            return this == SIGNED || this == PAPER;
        }

        Outcome(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }
    }

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_WITNESS = 60;

    /** @throws Refusal when a name, title or note is missing or too long */
    public UnitSignature {
        title = Texts.optional("title", title, LONGEST_NAME, "职务");
        witness = Texts.optional("witness", witness, LONGEST_WITNESS, "见证人");
        if (outcome.isSigned()) {
            name = Texts.required("name", name, LONGEST_NAME, "签字人姓名");
            note = Texts.optional("note", note, LONGEST_NOTE, "情况说明");
            if (title.isEmpty()) {
                throw new Refusal("title", "请填写签字人职务（负责人、现场负责人或受委托人）。");
            }
        } else {
            name = Texts.optional("name", name, LONGEST_NAME, "姓名");
            note = Texts.required("note", note, LONGEST_NOTE, "情况说明");
        }
    }

    /** Signed on the pad or on paper by a person of the unit. */
    public static UnitSignature signed(String name, String title, byte @Nullable [] image) {
        return new UnitSignature(Outcome.SIGNED, name, title, "", "", image, null);
    }

    /** Not signed: 拒签 or 不在场. */
    public static UnitSignature missing(Outcome outcome, String note, String witness) {
        return new UnitSignature(outcome, "", "", note, witness, null, null);
    }

    UnitSignature drawn(byte[] png) {
        return new UnitSignature(outcome, name, title, note, witness, png, scan);
    }

    UnitSignature shownBy(String sha256) {
        return new UnitSignature(outcome, name, title, note, witness, image, sha256);
    }

    boolean isSigned() {
        return outcome.isSigned();
    }
}
