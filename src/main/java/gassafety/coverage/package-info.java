/** What of the register has been inspected: units by kind, office and phase of the campaign, and those that were not. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "campaign", "checklist", "desk", "office", "register", "web"})
package gassafety.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
