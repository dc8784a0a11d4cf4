package gassafety.web;

import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A field of a form is set by a parameter of its own name only, for {@code _field} and {@code !field} would empty it;
 * what it can't hold, such as a file for a text, is said in Chinese.
 */
@ControllerAdvice
class PlainBinding {

    @InitBinder
    void plain(WebDataBinder binder) {
        binder.setFieldMarkerPrefix(null);
        binder.setFieldDefaultPrefix(null);
        binder.setBindingErrorProcessor(new InChinese());
    }

    private static final class InChinese extends DefaultBindingErrorProcessor {

        @Override
        public void processPropertyAccessException(PropertyAccessException wrong, BindingResult result) {
            String field = String.valueOf(wrong.getPropertyName());
            result.addError(new FieldError(result.getObjectName(), field, "", true, null, null, "这一项的内容格式不对，请重新填写。"));
        }
    }
}
