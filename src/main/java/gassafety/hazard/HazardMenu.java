package gassafety.hazard;

import gassafety.desk.MenuEntry;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class HazardMenu {

    @Bean
    MenuEntry hazardEntry() {
        return new MenuEntry(30, "隐患台账", "/hazards", "exclamation-triangle", RecordKind.HAZARDS, true);
    }
}
