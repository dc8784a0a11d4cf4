package gassafety.inspection;

/** A card that can't be kept as it was sent; the form knows what is wrong where. */
class InvalidAnswer extends RuntimeException {

    private final transient AnswerForm form;

    InvalidAnswer(AnswerForm form) {
        super("an answer that cannot be kept");
        this.form = form;
    }

    AnswerForm form() {
        return form;
    }
}
