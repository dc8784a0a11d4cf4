package gassafety.reporting;

import gassafety.desk.MenuEntry;
import gassafety.desk.MenuTab;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReportingMenu {

    @Bean
    MenuEntry statementEntry() {
        return new MenuEntry(70, "统计报表", "/annex3", "table", RecordKind.ANNEX3, false);
    }

    @Bean
    MenuTab statementTab() {
        return new MenuTab("/annex3", 0, "统计表", "/annex3", false);
    }
}
