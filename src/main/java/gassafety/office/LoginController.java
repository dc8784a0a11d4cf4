package gassafety.office;

import gassafety.deployment.Deployment;
import gassafety.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class LoginController {

    private static final String TYPED = LoginController.class.getName() + ".typed";
    private static final int LONGEST = 40;

    private final Deployment deployment;

    LoginController(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Keeps the user name of a login that failed for the page that says so. */
    static void keepTyped(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String typed = request.getParameter("username");
        if (session != null && typed != null) {
            session.setAttribute(TYPED, TypedText.clean(typed.substring(0, Math.min(LONGEST, typed.length()))));
        }
    }

    @GetMapping("/login")
    String login(HttpSession session, Model model) {
        model.addAttribute("username", session.getAttribute(TYPED));
        session.removeAttribute(TYPED);
        model.addAttribute("demoPassword", deployment.demo() ? DemoPassword.VALUE : null);
        return "office/login";
    }

    /** A fresh token for background requests that log in again and replay what they hold. */
    @GetMapping("/csrf")
    @ResponseBody
    Map<String, String> csrf(CsrfToken token) {
        return Map.of(
                "header", token.getHeaderName(), "parameter", token.getParameterName(), "token", token.getToken());
    }
}
