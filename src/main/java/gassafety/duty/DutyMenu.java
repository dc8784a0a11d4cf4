package gassafety.duty;

import gassafety.desk.MenuTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DutyMenu {

    @Bean
    MenuTab dutyTab() {
        return new MenuTab("/inspections", 60, "履责档案", "/duty", false);
    }
}
