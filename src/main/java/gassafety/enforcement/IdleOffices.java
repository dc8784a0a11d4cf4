package gassafety.enforcement;

import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On the desk of 执法稽查科: the 所 and 队 that found hazards and filed no case. */
@Component
class IdleOffices implements DeskPanel {

    private static final int ORDER = 50;
    private static final int MOST = 8;

    private static final String FOUND_AND_NOT_FILED = """
            select o.code, o.short_name, above.short_name as bureau, (
                select count(*) from hazard
                where office_path like o.path || '%' or charge_path like o.path || '%') as hazards
            from office o join office above on above.id = o.parent_id
            where o.kind = 'FIELD_OFFICE' and o.path like :scope || '%'
                and exists (select from hazard where office_id = o.id and state <> 'VOIDED')
                and not exists (
                    select from enforcement_case
                    where office_id = o.id and case_number is not null and stage <> 'VOIDED')
            order by hazards desc, o.path
            """;

    private final JdbcClient jdbc;

    IdleOffices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        String scope = caller.scope().officePath();
        if (!desk.getCode().equals(CasePanel.MUNICIPAL_DEPARTMENT)
                || scope == null
                || !caller.scope().reads(RecordKind.CASES)) {
            return List.of();
        }
        List<DeskBlock.Line> lines = jdbc.sql(FOUND_AND_NOT_FILED)
                .param("scope", scope)
                .query((row, number) -> new DeskBlock.Line(
                        row.getString("short_name"),
                        row.getString("bureau"),
                        "隐患 " + row.getLong("hazards") + " 条",
                        "/hazards?office=" + row.getString("code"),
                        false))
                .list();
        String title = "有隐患没有立案的所队 " + lines.size() + " 个";
        return List.of(new DeskBlock(
                ORDER,
                title,
                null,
                "有隐患的所队都已立过案。",
                null,
                lines.stream().limit(MOST).toList()));
    }
}
