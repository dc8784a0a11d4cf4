/** The regulated units on the books: enterprises, their roles, stations, people, licences, tanks and cylinders. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "desk", "document", "journal", "office", "web"})
package gassafety.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
