package gassafety.hazard;

import gassafety.office.Caller;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.ListWorkbook.Print;
import java.time.LocalDate;
import java.util.List;

/** The ledger as the bureau keeps it in workbooks; a ledger in this layout can be taken over again. */
final class LedgerWorkbook {

    private static final List<Column<LedgerRow>> COLUMNS = List.of(
            new Column<>("编号", 18, row -> row.hazard().getNumber()),
            new Column<>("级别", 8, row -> row.hazard().getLevel().getLabel()),
            new Column<>("状态", 9, LedgerRow::word),
            new Column<>("逾期工作日", 7, LedgerRow::late),
            new Column<>("问题", 26, row -> row.hazard().getProblem()),
            new Column<>("单位", 18, row -> row.hazard().getEnterpriseName()),
            new Column<>("统一社会信用代码", 12, row -> row.known().sheet().creditCode()),
            new Column<>("监管单位", 14, row -> row.known().sheet().office()),
            new Column<>("检查表", 12, row -> row.hazard().getOrigin().getLineText()),
            new Column<>("检查内容", 22, row -> row.hazard().getOrigin().getItem()),
            new Column<>("发现日期", 11, row -> row.hazard().getOrigin().getFoundOn()),
            new Column<>("检查人员", 9, row -> row.hazard().getOrigin().getFoundBy()),
            new Column<>("整改责任人", 10, row -> row.hazard().getResponsible()),
            new Column<>("整改时限", 11, LedgerWorkbook::due),
            new Column<>("管控措施", 18, row -> row.hazard().getMeasure()),
            new Column<>("报告整改", 11, row -> row.hazard().getReportedOn()),
            new Column<>("复查不合格次数", 7, row -> row.hazard().getFailedRechecks()),
            new Column<>("延期次数", 5, row -> row.hazard().getExtensions()),
            new Column<>("认定重大日期", 11, row -> row.hazard().getDeterminedOn()),
            new Column<>("上报文号", 12, row -> row.hazard().getReportNumber()),
            new Column<>("销号或结束", 11, row -> row.hazard().getEndedOn()),
            new Column<>("成因", 9, row -> row.known().sheet().cause()),
            new Column<>("来源", 9, row -> row.hazard().getOrigin().getKind().getLabel()),
            new Column<>("备注", 10, LedgerWorkbook::remark));

    private LedgerWorkbook() {}

    static ListWorkbook<LedgerRow> of(Caller caller, LocalDate day) {
        Print print = new Print("填报单位：" + caller.office().bureau().getName(), "填报日期：" + day, "单位负责人：　　　　审核人：　　　　填报人：");
        return new ListWorkbook<>("隐患台账", COLUMNS, print);
    }

    private static Object due(LedgerRow row) {
        LocalDate due = row.hazard().getDue();
        return due == null ? "立即停止" : due;
    }

    private static String remark(LedgerRow row) {
        String mark = row.mark() == null ? "" : row.mark();
        String urged = row.known().urged() == 0 ? "" : "催办 " + row.known().urged() + " 次";
        return mark.isEmpty() || urged.isEmpty() ? mark + urged : mark + "，" + urged;
    }
}
