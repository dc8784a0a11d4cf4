/** Supervision inspections: their answers item by item, their signatures, and the hazards that signing raises. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "calendar",
            "checklist",
            "desk",
            "evidence",
            "hazard",
            "journal",
            "office",
            "paper",
            "register",
            "seal",
            "web"
        })
package gassafety.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
