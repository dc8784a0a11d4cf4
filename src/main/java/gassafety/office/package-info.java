/** Offices as a tree, the people who work in them, their accounts and roles, and the scope each may read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "deployment", "web"})
package gassafety.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
