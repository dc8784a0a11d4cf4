/** Annex 3 as a statement of account: its 41 lines as rules over the journal, the sheet, its records, its workbook. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "calendar",
            "campaign",
            "checklist",
            "desk",
            "forms",
            "journal",
            "office",
            "paper",
            "register",
            "web"
        })
package gassafety.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
