package gassafety.plan;

import gassafety.desk.MenuTab;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of plans beside the inspections, and what tasks are called elsewhere. */
@Configuration
class PlanMenu {

    private static final String INSPECTIONS = "/inspections";

    @Bean
    MenuTab tasksTab() {
        return new MenuTab(INSPECTIONS, 10, "检查任务", "/tasks", false);
    }

    @Bean
    MenuTab plansTab() {
        return new MenuTab(INSPECTIONS, 20, "检查计划", "/plans", false);
    }

    @Bean
    MenuTab calendarTab() {
        return new MenuTab(INSPECTIONS, 30, "检查日历", "/calendar", false);
    }

    @Bean
    TitleQuery taskTitles() {
        return new TitleQuery(
                SourceKind.TASK,
                "select id, enterprise_name || ' ' || list_title as title from inspection_task where id in (:ids)");
    }
}
