/**
 * The demonstration: fictional offices, people, units and records from a fixed seed, made through the verbs of the rooms
 * below.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "checklist",
            "deployment",
            "directive",
            "enforcement",
            "forms",
            "hazard",
            "inspection",
            "office",
            "outreach",
            "plan",
            "register",
            "returns",
            "selfcheck"
        })
package gassafety.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
