package gassafety.office;

import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where people change their own password. What was typed is not kept: passwords are never sent back. */
@Controller
@RequestMapping("/password")
class PasswordController {

    private final Passwords passwords;

    PasswordController(Passwords passwords) {
        this.passwords = passwords;
    }

    @GetMapping
    String page(Caller caller, Model model) {
        model.addAttribute("forced", caller.mustChangePassword());
        return "office/password";
    }

    @PostMapping
    String change(
            Caller caller,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            if (!fresh.equals(repeated)) {
                throw new Refusal("repeated", "两次输入的新密码不一致。");
            }
            passwords.change(
                    caller.username(), present, fresh, request.getSession().getId());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", Map.of(Objects.requireNonNull(refusal.getField()), refusal.sentence()));
            return page(caller, model);
        }
        request.changeSessionId();
        next.addFlashAttribute("done", "密码已修改，下次登录请用新密码。");
        return "redirect:/";
    }
}
