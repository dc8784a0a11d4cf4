package gassafety.accountability;

import gassafety.desk.MenuTab;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 责任倒查 beside the ledger, and what its records are called elsewhere. */
@Configuration
class ReviewMenu {

    private static final int ORDER = 40;

    @Bean
    MenuTab reviewTab() {
        return new MenuTab("/hazards", ORDER, "责任倒查", "/reviews", false);
    }

    @Bean
    TitleQuery reviewTitles() {
        return new TitleQuery(
                SourceKind.REVIEW, "select id, hazard_number || ' 责任倒查' as title from review where id in (:ids)");
    }
}
