/** The campaign itself: its phases, the 16 tasks with their departments, and the duties that no task names. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "desk", "forms", "office", "web"})
package gassafety.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
