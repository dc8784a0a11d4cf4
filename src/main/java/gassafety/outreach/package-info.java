/** Training, publicity and mechanism documents: what lines 26 to 41 of Annex 3 are counted from. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"attachment", "calendar", "campaign", "deployment", "desk", "journal", "office", "web"})
package gassafety.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
