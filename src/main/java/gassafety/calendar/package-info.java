/** Time as the campaign counts it: the clock, the zone, working days, and editions of deadlines. */
@NullMarked
@ApplicationModule(allowedDependencies = {"deployment", "forms", "web"})
package gassafety.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
