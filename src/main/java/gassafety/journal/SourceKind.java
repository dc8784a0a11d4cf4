package gassafety.journal;

/** The kind of record that an act belongs to, with the list it is found in. */
public enum SourceKind {
    ENTERPRISE("监管对象", "/enterprises/"),
    TASK("检查任务", "/tasks/"),
    INSPECTION("监督检查", "/inspections/"),
    HAZARD("隐患", "/hazards/"),
    CASE("案件", "/cases/"),
    DIRECTIVE("监察指令书", "/directives/"),
    SAMPLING("抽样检验", "/samplings/"),
    LEAD("线索", "/leads/"),
    RETURN("月报", "/returns/"),
    OUTREACH("宣传培训", "/outreach/"),
    /** A ledger that an office kept in a workbook, as it was taken over. */
    LEDGER("台账导入", "/hazards/imports/"),
    LOOKBACK("回头看", "/lookbacks/"),
    /** A complaint, a sample or a letter that told of a hazard. */
    NOTICE("来件登记", "/hazards/notices/"),
    /** An Annex 3 workbook that a bureau handed in. */
    COUNTY_SHEET("报表文件", "/returns/sheets/"),
    REVIEW("责任倒查", "/reviews/"),
    SELF_CHECK("企业自查", "/selfchecks/");

    private final String label;
    private final String list;

    SourceKind(String label, String list) {
        this.label = label;
        this.list = list;
    }

    public String getLabel() {
        return label;
    }

    /** Address of the record with this id. */
    public String address(long id) {
        return list + id;
    }
}
