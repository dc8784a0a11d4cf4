/** What is printed: A4 pages in the layout of the official forms, with their font inside. */
@NullMarked
@ApplicationModule(allowedDependencies = {"checklist"})
package gassafety.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
