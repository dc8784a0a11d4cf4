package gassafety.enforcement;

import gassafety.desk.RecordSlot;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.domain.Specification;

/** The cases of a hazard, an inspection or a unit, on its page, with the way to a new one. */
@Configuration
class CaseSlots {

    private static final int ORDER = 40;

    @Bean
    RecordSlot casesOfAHazard(CaseReader reader) {
        return slot(
                "hazards",
                "hazard",
                reader,
                id -> (root, query, criteria) -> criteria.isMember(id, root.get("hazards")));
    }

    @Bean
    RecordSlot casesOfAnInspection(CaseReader reader) {
        return slot(
                "inspections",
                "inspection",
                reader,
                id -> (root, query, criteria) -> criteria.equal(root.get("inspectionId"), id));
    }

    @Bean
    RecordSlot casesOfAUnit(CaseReader reader) {
        return slot(
                "enterprises",
                "enterprise",
                reader,
                id -> (root, query, criteria) ->
                        criteria.equal(root.get("custody").get("enterpriseId"), id));
    }

    private interface Condition {
        Specification<EnforcementCase> of(long id);
    }

    private static RecordSlot slot(String page, String parameter, CaseReader reader, Condition condition) {
        return new RecordSlot() {
            @Override
            public String page() {
                return page;
            }

            @Override
            public List<Section> sections(long id, Caller caller) {
                if (!caller.scope().reads(RecordKind.CASES)) {
                    return List.of();
                }
                List<Row> rows = reader.where(condition.of(id), caller.scope()).stream()
                        .map(row -> new Row(
                                row.cause(),
                                row.getAddress(),
                                row.number(),
                                row.stage().getLabel(),
                                row.stage().getTone()))
                        .toList();
                List<Action> actions = EnforcementCase.mayDraft(caller)
                        ? List.of(new Action("起草立案", "/cases/new?" + parameter + "=" + id))
                        : List.of();
                return List.of(new Section(ORDER, "案件", "没有案件。", rows, actions));
            }
        };
    }
}
