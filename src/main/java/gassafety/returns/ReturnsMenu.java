package gassafety.returns;

import gassafety.desk.MenuTab;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of returns beside the statement, and what returns are called elsewhere. */
@Configuration
class ReturnsMenu {

    private static final String STATEMENT = "/annex3";

    @Bean
    MenuTab returnsTab() {
        return new MenuTab(STATEMENT, 10, "月报", "/returns", false, RecordKind.RETURNS);
    }

    @Bean
    MenuTab boardTab() {
        return new MenuTab(STATEMENT, 20, "报送情况", "/board", false, RecordKind.RETURNS);
    }

    @Bean
    TitleQuery countySheetTitles() {
        return new TitleQuery(
                SourceKind.COUNTY_SHEET,
                "select id, to_char(month, 'YYYY-MM ') || office_name || ' 报表文件' as title from county_sheet where id in (:ids)");
    }

    @Bean
    TitleQuery returnTitles() {
        return new TitleQuery(
                SourceKind.RETURN, "select id, searched || ' 月报' as title from monthly_return where id in (:ids)");
    }
}
