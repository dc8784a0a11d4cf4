/** The frame around every page, the desk of each person, and the slots that higher rooms fill on pages of lower ones. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "deployment", "office", "web"})
package gassafety.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
