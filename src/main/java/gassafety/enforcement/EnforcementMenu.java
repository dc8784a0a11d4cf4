package gassafety.enforcement;

import gassafety.desk.MenuEntry;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class EnforcementMenu {

    @Bean
    MenuEntry casesEntry() {
        return new MenuEntry(50, "线索案件", "/cases", "folder", RecordKind.CASES, false);
    }
}
