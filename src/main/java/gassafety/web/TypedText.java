package gassafety.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * What people type reaches the forms without characters that no database text or document can hold, and with one kind
 * of line end, so that a length counted in the browser is the length counted here.
 */
@ControllerAdvice
class TypedText {

    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new Cleaner());
    }

    /** Text without control characters other than line ends and tabs, and without halves of surrogate pairs. */
    static String clean(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]", "");
    }

    private static final class Cleaner extends PropertyEditorSupport {

        @Override
        public void setAsText(@Nullable String typed) {
            setValue(typed == null ? null : clean(typed));
        }
    }
}
