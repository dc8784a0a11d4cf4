package gassafety.hazard;

import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Where, when and by whom a hazard was found, and under which line of which list; never changed afterwards. */
@Embeddable
class Origin {

    @Enumerated(EnumType.STRING)
    @Column(name = "source_kind")
    private SourceKind kind;

    @Column(name = "source_id")
    private long recordId;

    @Column(name = "source_line")
    private int line;

    private String checklistCode;
    private String checklistTitle;
    private String printedNo;
    private String category;
    private String item;
    private LocalDate foundOn;
    private String foundBy;

    @SuppressWarnings("NullAway.Init")
    protected Origin() {}

    @SuppressWarnings("NullAway.Init")
    Origin(Finding finding) {
        kind = finding.source().kind();
        recordId = finding.source().id();
        line = finding.source().line();
        checklistCode = finding.checklistCode();
        checklistTitle = finding.checklistTitle();
        printedNo = finding.printedNo();
        category = finding.category();
        item = finding.item();
        foundOn = finding.foundOn();
        foundBy = finding.inspectors().stream().map(Caller::name).collect(Collectors.joining("、"));
    }

    @SuppressWarnings("NullAway.Init")
    Origin(KeptHazard kept, SourceRef source) {
        kind = source.kind();
        recordId = source.id();
        line = source.line();
        checklistCode = "";
        checklistTitle = kept.list();
        printedNo = "";
        category = "";
        item = kept.item();
        foundOn = kept.foundOn();
        foundBy = kept.foundBy();
    }

    SourceRef ref() {
        return new SourceRef(kind, recordId, line);
    }

    Source source() {
        return new Source(kind, recordId);
    }

    /** The line as people call it: 附件2第 23 项. */
    public String getLineText() {
        if (!printedNo.isEmpty()) {
            return listName() + "第 " + printedNo + " 项";
        }
        return checklistTitle.isEmpty() ? kind.getLabel() : checklistTitle;
    }

    private String listName() {
        return switch (checklistCode) {
            case "ANNEX1" -> "附件1";
            case "ANNEX2" -> "附件2";
            default -> checklistTitle.replace("监督检查项目表（本系统设计）", "检查表");
        };
    }

    public String getAddress() {
        return kind.address(recordId);
    }

    public SourceKind getKind() {
        return kind;
    }

    int getLine() {
        return line;
    }

    String getChecklistCode() {
        return checklistCode;
    }

    String getChecklistTitle() {
        return checklistTitle;
    }

    String getPrintedNo() {
        return printedNo;
    }

    public String getCategory() {
        return category;
    }

    public String getItem() {
        return item;
    }

    public LocalDate getFoundOn() {
        return foundOn;
    }

    public String getFoundBy() {
        return foundBy;
    }
}
