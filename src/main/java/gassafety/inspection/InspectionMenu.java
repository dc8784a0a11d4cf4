package gassafety.inspection;

import gassafety.desk.MenuEntry;
import gassafety.desk.MenuTab;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inspections' place in the sidebar, and what they are called elsewhere. */
@Configuration
class InspectionMenu {

    @Bean
    MenuEntry inspectionsEntry() {
        return new MenuEntry(20, "监督检查", "/inspections", "clipboard-check", RecordKind.INSPECTIONS, true);
    }

    @Bean
    MenuTab inspectionsTab() {
        return new MenuTab("/inspections", 0, "检查记录", "/inspections", true);
    }

    @Bean
    TitleQuery inspectionTitles() {
        return new TitleQuery(
                SourceKind.INSPECTION,
                "select id, checklist_title || ' ' || visit_day as title from inspection where id in (:ids)");
    }
}
