package gassafety.desk;

import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 迎检包, beside the statement. */
@Configuration
class PapersMenu {

    @Bean
    MenuTab papersTab() {
        return new MenuTab("/annex3", 40, "迎检包", "/papers", false, RecordKind.ANNEX3);
    }
}
