/** Numbers of records and official documents, and the documents as they were issued. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "journal", "office", "web"})
package gassafety.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
