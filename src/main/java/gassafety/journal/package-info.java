/** Append-only acts: every act that counts is written here once, in the transaction that does it. Called, never listens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "office", "web"})
package gassafety.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
