package gassafety.reporting;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On every desk that may read the statement: its lines that the office answers for, and what they gained this month. */
@Component
class Annex3Panel implements DeskPanel {

    private static final int ORDER = 150;
    private static final String CERTIFICATION = "certification";
    private static final List<Integer> ANYONE = List.of(4, 7, 15, 16, 19, 23);

    private static final Map<String, List<Integer>> OF_DEPARTMENTS = Map.of(
            "special",
            List.of(4, 5, 7, 8, 12, 13, 19),
            "quality",
            List.of(9, 10, 11, 17),
            "price",
            List.of(4, 14, 16, 23),
            "enforcement",
            List.of(1, 2, 15, 17, 18, 23, 24),
            "credit",
            List.of(1, 15, 25),
            "online",
            List.of(11, 15),
            CERTIFICATION,
            List.of(20),
            "general",
            List.of(27, 28, 32, 35, 37, 38, 40));

    private final Choices choices;
    private final Statements statements;
    private final Campaigns campaigns;
    private final Today today;

    Annex3Panel(Choices choices, Statements statements, Campaigns campaigns, Today today) {
        this.choices = choices;
        this.campaigns = campaigns;
        this.statements = statements;
        this.today = today;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!caller.scope().reads(RecordKind.ANNEX3)) {
            return List.of();
        }
        Cut cut = choices.own(caller).cut();
        Statement now = statements.of(cut);
        Statement before = statements.of(choices.asReported(cut.earlier(campaigns.reportedCutOffBefore(cut.asOf()))));
        List<DeskBlock.Line> lines = OF_DEPARTMENTS.getOrDefault(desk.getCode(), ANYONE).stream()
                .flatMap(number -> Annex3.line(number).stream())
                .map(line -> line(line, now, before, desk.getCode().equals(CERTIFICATION)))
                .toList();
        return List.of(new DeskBlock(
                ORDER,
                "附件3 统计表（截至 " + today.day() + "）",
                null,
                null,
                "/annex3?asOf=" + today.day() + "&office=" + cut.office().getCode(),
                lines));
    }

    private static DeskBlock.Line line(Line line, Statement now, Statement before, boolean explained) {
        BigDecimal change =
                line.change(before.figure(line).exact(), now.figure(line).exact());
        String gained = change.signum() == 0
                ? ""
                : "，" + before.cut().asOf() + " 以来 " + (change.signum() > 0 ? "+" : "") + change.toPlainString();
        return new DeskBlock.Line(
                line.item(),
                "第" + line.number() + "项" + gained + (explained ? "：" + line.reading() : ""),
                now.printed(line).toPlainString() + " " + line.unit(),
                "/annex3/lines/" + line.number() + "?asOf=" + now.cut().asOf() + "&office="
                        + now.cut().office().getCode(),
                false);
    }
}
