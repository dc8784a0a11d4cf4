package gassafety.inspection;

import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is filled in beside the answers: open to the inspectors of an inspection, while it is 检查中. */
@Component
class Filling {

    private final InspectionRecords records;
    private final Checklists checklists;
    private final JdbcClient jdbc;

    Filling(InspectionRecords records, Checklists checklists, JdbcClient jdbc) {
        this.records = records;
        this.checklists = checklists;
        this.jdbc = jdbc;
    }

    /** The inspection, to one of its inspectors, wherever it stands. */
    Inspection ofInspector(long id, Caller by) {
        Inspection inspection = records.find(id, by.scope()).orElseThrow(NotFound::new);
        inspection.requireInspector(by);
        return inspection;
    }

    /** The same, and its list has an item at this position. */
    Inspection ofInspector(long id, int position, Caller by) {
        Inspection inspection = ofInspector(id, by);
        if (checklists.edition(inspection.getChecklistId()).item(position).isEmpty()) {
            throw new NotFound();
        }
        return inspection;
    }

    static void requireOpen(InspectionStatus now) {
        if (!now.isTakingAnswers()) {
            throw new Refusal("这次检查已是“" + now.getLabel() + "”，内容不能再改；这一次填写没有保存。签字后发现的情况请写补充说明。");
        }
    }

    /** The share lock lets any number in at once, and none after the signature that freezes the content. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(long id) {
        requireOpen(InspectionStatus.valueOf(jdbc.sql("select status from inspection where id = :id for share")
                .param("id", id)
                .query(String.class)
                .single()));
    }
}
