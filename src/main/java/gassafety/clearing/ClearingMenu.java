package gassafety.clearing;

import gassafety.desk.MenuTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ClearingMenu {

    @Bean
    MenuTab clearingTab() {
        return new MenuTab("/hazards", 10, "动态清零", "/clearing", false);
    }
}
