/** Cases against violations, from the draft of a filing to the closing, with what each decision takes and orders. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "desk",
            "document",
            "hazard",
            "inspection",
            "journal",
            "office",
            "register",
            "web"
        })
package gassafety.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
