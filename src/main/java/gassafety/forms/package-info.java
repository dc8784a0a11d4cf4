/** The lists of the notice, and our own beside them, as files that are read and never changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package gassafety.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
