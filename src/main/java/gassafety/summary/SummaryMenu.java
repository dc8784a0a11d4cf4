package gassafety.summary;

import gassafety.desk.MenuTab;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 阶段总结, beside the statement. */
@Configuration
class SummaryMenu {

    @Bean
    MenuTab summaryTab() {
        return new MenuTab("/annex3", 30, "阶段总结", "/summaries", false, RecordKind.RETURNS);
    }
}
