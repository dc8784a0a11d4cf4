/** 月报: each bureau's monthly return, filled in, approved, accepted or reported, frozen as it was handed in. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "campaign",
            "desk",
            "enforcement",
            "journal",
            "office",
            "register",
            "reporting",
            "web"
        })
package gassafety.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
