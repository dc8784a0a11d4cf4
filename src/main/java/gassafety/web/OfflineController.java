package gassafety.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that a browser keeps for times without network. */
@Controller
class OfflineController {

    @GetMapping("/offline")
    String offline() {
        return "web/offline";
    }
}
