package gassafety.hazard;

import gassafety.desk.MenuEntry;
import gassafety.desk.MenuTab;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's place in the sidebar, and what its hazards are called elsewhere. */
@Configuration
class HazardMenu {

    @Bean
    MenuEntry hazardEntry() {
        return new MenuEntry(30, "隐患台账", "/hazards", "exclamation-triangle", RecordKind.HAZARDS, true);
    }

    @Bean
    MenuTab hazardTab() {
        return new MenuTab("/hazards", 0, "台账", "/hazards", false);
    }

    @Bean
    TitleQuery noticeTitles() {
        return new TitleQuery(
                SourceKind.NOTICE,
                "select n.id, h.number || ' 来件' as title from hazard_notice n join hazard h on h.id = n.hazard_id"
                        + " where n.id in (:ids)");
    }

    @Bean
    TitleQuery hazardTitles() {
        return new TitleQuery(SourceKind.HAZARD, "select id, number as title from hazard where id in (:ids)");
    }
}
