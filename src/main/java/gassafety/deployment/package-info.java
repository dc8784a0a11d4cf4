/** How this copy runs: with its own embedded PostgreSQL or an external one, with or without the demonstration. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package gassafety.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
