/** What every page shares: errors told plainly, paging, workbooks of lists. Knows nothing of the domain. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package gassafety.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
