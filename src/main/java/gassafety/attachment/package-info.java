/** Photos and files; they have no address of their own and are read only through the record they belong to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "journal", "office", "web"})
package gassafety.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
