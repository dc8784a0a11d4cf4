/** 回头看: a drawn share of the closed hazards of a phase is visited again by two officials. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "calendar",
            "campaign",
            "desk",
            "hazard",
            "journal",
            "office",
            "register",
            "web"
        })
package gassafety.lookback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
