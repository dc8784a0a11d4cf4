/** 企业自查: lists that units answer about themselves, the book of what they found, and how it compares with inspections. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "calendar",
            "campaign",
            "checklist",
            "desk",
            "hazard",
            "journal",
            "office",
            "register",
            "web"
        })
package gassafety.selfcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
