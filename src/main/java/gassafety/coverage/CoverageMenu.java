package gassafety.coverage;

import gassafety.desk.MenuTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CoverageMenu {

    private static final int ORDER = 40;

    @Bean
    MenuTab coverageTab() {
        return new MenuTab("/inspections", ORDER, "覆盖情况", "/coverage", false);
    }
}
