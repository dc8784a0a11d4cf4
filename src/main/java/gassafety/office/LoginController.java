package gassafety.office;

import gassafety.deployment.Deployment;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class LoginController {

    private final Deployment deployment;

    LoginController(Deployment deployment) {
        this.deployment = deployment;
    }

    @GetMapping("/login")
    String login(Model model) {
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
