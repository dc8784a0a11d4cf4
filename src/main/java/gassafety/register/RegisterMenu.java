package gassafety.register;

import gassafety.desk.MenuEntry;
import gassafety.desk.MenuTab;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register's place in the sidebar. */
@Configuration
class RegisterMenu {

    @Bean
    MenuEntry enterprisesEntry() {
        return new MenuEntry(10, "监管对象", "/enterprises", "buildings", RecordKind.ENTERPRISES, false);
    }

    @Bean
    MenuTab enterprisesTab() {
        return new MenuTab("/enterprises", 0, "监管对象", "/enterprises", true);
    }
}
