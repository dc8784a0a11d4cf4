/** The lists by which units are inspected and check themselves: editions of data, with what each answer means. */
@NullMarked
@ApplicationModule(allowedDependencies = {"forms", "web"})
package gassafety.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
