package gassafety.seal;

import gassafety.calendar.Today;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** For anyone who holds a printed record, without login: whether a record with its code exists as it was signed. */
@Controller
class VerifyController {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    private final Verifier verifier;
    private final Today today;
    private final Throttle throttle = new Throttle(System::nanoTime);

    VerifyController(Verifier verifier, Today today) {
        this.verifier = verifier;
        this.today = today;
    }

    /** All that is shown of a record, taken from what was signed. */
    record Shown(String unit, String day, String office) {

        static Shown of(Seal seal) {
            JsonNode about = Canonical.JSON.readTree(seal.content()).path("about");
            return new Shown(
                    about.path("unit").asString(),
                    about.path("day").asString(),
                    about.path("office").asString());
        }
    }

    @GetMapping("/verify")
    String ask(@RequestParam @Nullable String code, Model model, HttpServletResponse response) {
        String typed = code == null ? "" : code.strip();
        Optional<String> read = SealCode.read(typed);
        if (read.isPresent()) {
            return "redirect:/verify/" + SealCode.printed(read.get());
        }
        if (!typed.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("malformed", true);
        }
        model.addAttribute("typed", typed);
        return "seal/verify";
    }

    @GetMapping("/verify/{code}")
    String verify(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("typed", code);
        if (!throttle.admits(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            model.addAttribute("throttled", true);
            return "seal/verify";
        }
        Optional<Verifier.Result> found = SealCode.read(code).flatMap(verifier::byCode);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("unknown", true);
            return "seal/verify";
        }
        Verifier.Result result = found.get();
        model.addAttribute("result", result);
        model.addAttribute("checkedAt", MINUTE.format(today.now()));
        if (result.standing().isProof() && result.seal() != null) {
            model.addAttribute("shown", Shown.of(result.seal()));
            model.addAttribute("sealedAt", MINUTE.format(result.seal().sealedAt()));
        }
        return "seal/verify";
    }
}
