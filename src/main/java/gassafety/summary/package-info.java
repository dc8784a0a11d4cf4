/** 阶段总结: what a bureau writes at the end of a phase, begun from its figures and kept in every version. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "campaign",
            "clearing",
            "desk",
            "document",
            "forms",
            "hazard",
            "office",
            "reporting",
            "returns",
            "selfcheck",
            "web"
        })
package gassafety.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
