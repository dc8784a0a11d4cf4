package gassafety.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The domain refuses what was asked, with a sentence for the person who asked; nothing was changed. */
public class Refusal extends RuntimeException {

    private final @Nullable String field;

    /** @param message a Chinese sentence that says what is wrong and what to do */
    public Refusal(String message) {
        this(null, message);
    }

    /** @param field the form field that the message belongs beside */
    public Refusal(@Nullable String field, String message) {
        super(message);
        this.field = field;
    }

    public @Nullable String getField() {
        return field;
    }

    public String sentence() {
        return java.util.Objects.requireNonNull(getMessage());
    }

    /** Puts the sentence beside its field, or above the form when it belongs to none. */
    public void into(Errors errors) {
        if (field == null) {
            errors.reject("refused", sentence());
        } else {
            errors.rejectValue(field, "refused", sentence());
        }
    }
}
