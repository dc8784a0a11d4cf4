/** 电子签封: what a signed record said, signed with this system's key, so that anyone can see whether it still says so. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "deployment", "desk", "journal", "office", "web"})
package gassafety.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
