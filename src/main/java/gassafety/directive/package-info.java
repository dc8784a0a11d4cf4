/** 特种设备安全监察指令书: the bureau's order to a unit, from the draft of the 所 to its service. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "desk",
            "document",
            "enforcement",
            "hazard",
            "inspection",
            "journal",
            "office",
            "register",
            "web"
        })
package gassafety.directive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
