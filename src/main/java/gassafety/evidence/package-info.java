/** Photos that prove what a record says: the original with its hash, time and place, and a smaller copy for pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"attachment", "calendar", "journal", "office", "web"})
package gassafety.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
