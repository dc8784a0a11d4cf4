/** 尽职履责档案: everything that an inspector did, in order of time, from the journal and the signed records. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "campaign", "desk", "journal", "office", "web"})
package gassafety.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
