package gassafety.enforcement;

import gassafety.desk.MenuEntry;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cases' place in the sidebar, and what they are called elsewhere. */
@Configuration
class EnforcementMenu {

    @Bean
    MenuEntry casesEntry() {
        return new MenuEntry(50, "线索案件", "/cases", "folder", RecordKind.CASES, false);
    }

    @Bean
    TitleQuery caseTitles() {
        return new TitleQuery(
                SourceKind.CASE,
                "select id, coalesce(case_number, '未立案：' || cause) as title from enforcement_case where id in (:ids)");
    }
}
