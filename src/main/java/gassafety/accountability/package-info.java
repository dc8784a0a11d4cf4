/** 责任倒查: what was signed in order and found bad, left overdue or struck off wrongly, and what comes of it for whom. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"attachment", "calendar", "desk", "enforcement", "hazard", "journal", "office", "web"})
package gassafety.accountability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
