/** The hazard ledger: every hazard with a person, a deadline and a measure until it is gone. Knows its origin only as {@link gassafety.hazard.SourceRef}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "calendar",
            "checklist",
            "desk",
            "document",
            "journal",
            "office",
            "register",
            "web"
        })
package gassafety.hazard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
