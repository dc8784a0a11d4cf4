package gassafety.lookback;

import gassafety.desk.MenuTab;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 回头看 beside the ledger, and what its records are called elsewhere. */
@Configuration
class LookbackMenu {

    private static final int ORDER = 20;

    @Bean
    MenuTab lookbackTab() {
        return new MenuTab("/hazards", ORDER, "回头看", "/lookbacks", false);
    }

    @Bean
    TitleQuery lookbackTitles() {
        return new TitleQuery(
                SourceKind.LOOKBACK, "select id, hazard_number || ' 回头看' as title from lookback where id in (:ids)");
    }
}
