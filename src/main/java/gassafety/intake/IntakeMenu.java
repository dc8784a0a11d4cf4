package gassafety.intake;

import gassafety.desk.ListActions;
import gassafety.desk.RecordSlot.Action;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 导入, on the list of hazards. */
@Configuration
class IntakeMenu {

    @Bean
    ListActions.Offer intakeOffer() {
        return (list, caller) -> list.startsWith("/hazards") && LedgerIntake.mayTake(caller)
                ? List.of(new Action("导入", IntakeController.ADDRESS))
                : List.of();
    }
}
