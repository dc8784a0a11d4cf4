/** Ledgers that offices kept in workbooks until now: read, checked line by line, and taken over whole. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "checklist", "desk", "hazard", "office", "register", "web"})
package gassafety.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
