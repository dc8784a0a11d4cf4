package gassafety.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a ledger that are taken over, under the names that offices give them; ours comes first. */
enum LedgerColumn {
    NUMBER(60, "编号", "台账编号", "隐患编号", "原台账编号"),
    LEVEL(10, "级别", "隐患级别", "隐患等级"),
    STATE(20, "状态", "整改状态", "隐患状态"),
    PROBLEM(2_000, "问题", "问题描述", "隐患描述", "隐患内容"),
    UNIT(200, "单位", "单位名称", "企业名称", "被检查单位"),
    CREDIT_CODE(18, "统一社会信用代码", "信用代码"),
    LIST(200, "检查表", "检查依据"),
    ITEM(1_000, "检查内容", "检查项目"),
    FOUND_ON(10, "发现日期", "检查日期"),
    FOUND_BY(400, "检查人员", "检查人"),
    RESPONSIBLE(100, "整改责任人", "责任人"),
    DUE(10, "整改时限", "整改期限"),
    MEASURE(1_000, "管控措施"),
    REPORTED_ON(10, "报告整改", "整改完成日期"),
    FAILED_RECHECKS(3, "复查不合格次数"),
    EXTENSIONS(3, "延期次数"),
    DETERMINED_ON(10, "认定重大日期", "认定日期"),
    REPORT_NUMBER(100, "上报文号"),
    ENDED_ON(10, "销号或结束", "销号日期", "结束日期");

    /** Without these nothing can be made of a line. */
    static final List<LedgerColumn> NEEDED = List.of(LEVEL, STATE, PROBLEM, UNIT, FOUND_ON);

    private final int longest;
    private final List<String> names;

    LedgerColumn(int longest, String... names) {
        this.longest = longest;
        this.names = List.of(names);
    }

    static Optional<LedgerColumn> called(String name) {
        return Stream.of(values()).filter(column -> column.names.contains(name)).findFirst();
    }

    String label() {
        return names.get(0);
    }

    int longest() {
        return longest;
    }
}
