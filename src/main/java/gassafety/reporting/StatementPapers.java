package gassafety.reporting;

import gassafety.calendar.Today;
import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The statement of a bureau to the last day, as workbook and for printing. */
@Component
class StatementPapers implements OfficePapers {

    private final Statements statements;
    private final Today today;

    StatementPapers(Statements statements, Today today) {
        this.statements = statements;
        this.today = today;
    }

    @Override
    public String folder() {
        return "6 统计表";
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (!request.office().getKind().isBureau()) {
            return;
        }
        LocalDate day = request.to().isBefore(today.day()) ? request.to() : today.day();
        Statement statement = statements.of(Cut.now(request.office(), day));
        byte[] workbook = statement.workbook();
        byte[] paper = Annex3Paper.of(new Sheet(statement));
        sink.put("附件3 " + day + ".xlsx", out -> out.write(workbook));
        sink.put("附件3 " + day + ".pdf", out -> out.write(paper));
    }
}
