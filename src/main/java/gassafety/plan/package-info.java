/** What is to be inspected: plans chosen or drawn from the register, and the tasks of each 所 and inspector until done. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "campaign",
            "checklist",
            "desk",
            "inspection",
            "journal",
            "office",
            "register",
            "web"
        })
package gassafety.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
