package gassafety.inspection;

import gassafety.desk.MenuEntry;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class InspectionMenu {

    @Bean
    MenuEntry inspectionsEntry() {
        return new MenuEntry(20, "监督检查", "/inspections", "clipboard-check", RecordKind.INSPECTIONS, true);
    }
}
