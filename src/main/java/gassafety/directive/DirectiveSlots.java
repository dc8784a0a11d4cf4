package gassafety.directive;

import gassafety.desk.RecordSlot;
import gassafety.desk.RecordSlot.Action;
import gassafety.desk.RecordSlot.Row;
import gassafety.journal.SourceKind;
import gassafety.journal.TitleQuery;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.domain.Specification;

/** The directives of a hazard, an inspection or a unit, on its page, with the way to a new one; and what they are called elsewhere. */
@Configuration
class DirectiveSlots {

    private static final int ORDER = 30;

    @Bean
    RecordSlot directivesOfAHazard(DirectiveReader reader) {
        return slot(
                "hazards",
                "hazard",
                reader,
                id -> (root, query, criteria) -> criteria.isMember(id, root.get("hazards")));
    }

    @Bean
    RecordSlot directivesOfAnInspection(DirectiveReader reader, Corrections corrections) {
        return slot(
                "inspections",
                "inspection",
                reader,
                id -> (root, query, criteria) -> criteria.equal(root.get("inspectionId"), id),
                (id, caller) -> corrections.isOpenFor(id, caller.scope())
                        ? List.of(new Action("起草责令改正通知书", "/directives/new?inspection=" + id + "&kind=CORRECTION"))
                        : List.of());
    }

    @Bean
    RecordSlot directivesOfAUnit(DirectiveReader reader) {
        return slot(
                "enterprises",
                "enterprise",
                reader,
                id -> (root, query, criteria) ->
                        criteria.equal(root.get("custody").get("enterpriseId"), id));
    }

    @Bean
    TitleQuery directiveTitles() {
        return new TitleQuery(
                SourceKind.DIRECTIVE,
                "select id, coalesce(number, case kind when 'CORRECTION' then '未签发的责令改正通知书'"
                        + " else '未签发的监察指令书' end) as title from directive where id in (:ids)");
    }

    private interface Condition {
        Specification<Directive> of(long id);
    }

    private interface MoreActions {
        List<Action> of(long id, Caller caller);
    }

    private static List<Row> rows(List<DirectiveRow> directives) {
        return directives.stream()
                .map(row -> new Row(
                        row.number(),
                        row.getAddress(),
                        row.getSummary(),
                        row.stage().getLabel(),
                        row.stage().getTone()))
                .toList();
    }

    private static RecordSlot slot(String page, String parameter, DirectiveReader reader, Condition condition) {
        return slot(page, parameter, reader, condition, (id, caller) -> List.of());
    }

    private static RecordSlot slot(
            String page, String parameter, DirectiveReader reader, Condition condition, MoreActions more) {
        return new RecordSlot() {
            @Override
            public String page() {
                return page;
            }

            @Override
            public List<Section> sections(long id, Caller caller) {
                if (caller.scope().isEnterprise()) {
                    List<Row> served = rows(reader.where(condition.of(id), caller.scope()));
                    return served.isEmpty()
                            ? List.of()
                            : List.of(new Section(ORDER, "送达本单位的指令书、通知书", "", served, List.of()));
                }
                if (!caller.scope().reads(RecordKind.CASES)) {
                    return List.of();
                }
                List<Row> rows = rows(reader.where(condition.of(id), caller.scope()));
                List<Action> actions = new ArrayList<>();
                if (Directive.mayDraft(caller)) {
                    actions.add(new Action("起草监察指令书", "/directives/new?" + parameter + "=" + id));
                    actions.addAll(more.of(id, caller));
                }
                return List.of(new Section(ORDER, "指令书、责令改正", "没有监察指令书或责令改正通知书。", rows, actions));
            }
        };
    }
}
