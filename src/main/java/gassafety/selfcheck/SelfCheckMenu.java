package gassafety.selfcheck;

import gassafety.desk.MenuTab;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 企业自查 beside the register, and what its records are called elsewhere. */
@Configuration
class SelfCheckMenu {

    private static final int ORDER = 30;

    @Bean
    MenuTab selfCheckTab() {
        return new MenuTab("/enterprises", ORDER, "企业自查", "/selfchecks", true, RecordKind.ENTERPRISES);
    }

    @Bean
    MenuTab crosswalkTab() {
        return new MenuTab("/enterprises", ORDER + 1, "自查对照", "/crosswalk", false, RecordKind.ENTERPRISES);
    }

    @Bean
    TitleQuery selfCheckTitles() {
        return new TitleQuery(
                SourceKind.SELF_CHECK,
                "select id, enterprise_name || ' ' || checklist_title as title from self_check where id in (:ids)");
    }
}
