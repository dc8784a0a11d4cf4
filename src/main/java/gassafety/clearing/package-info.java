/** 动态清零: how much of what was found wrong is gone, by office, phase, level, month and cause. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "campaign", "desk", "hazard", "lookback", "office", "web"})
package gassafety.clearing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
