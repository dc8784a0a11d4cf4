package gassafety.outreach;

import gassafety.desk.MenuEntry;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OutreachMenu {

    @Bean
    MenuEntry outreachEntry() {
        return new MenuEntry(60, "宣传培训", OutreachController.ADDRESS, "megaphone", RecordKind.OUTREACH, false);
    }

    @Bean
    TitleQuery outreachTitles() {
        return new TitleQuery(
                SourceKind.OUTREACH,
                "select id, title || case when party = '' then '' else '（' || party || '）' end as title"
                        + " from outreach_record where id in (:ids)");
    }
}
