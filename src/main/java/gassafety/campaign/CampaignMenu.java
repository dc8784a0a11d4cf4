package gassafety.campaign;

import gassafety.desk.MenuEntry;
import gassafety.office.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CampaignMenu {

    @Bean
    MenuEntry campaignEntry() {
        return new MenuEntry(90, "专项行动", "/campaign", "flag", RecordKind.CAMPAIGN, false);
    }
}
