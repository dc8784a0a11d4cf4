package gassafety.returns;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.office.RecordKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** The returns of a bureau as they were handed in last, called by how far they have come, with what it wrote. */
@Component
class ReturnPapers implements OfficePapers {

    private final MonthlyReturns returns;
    private final ReturnArchive archive;

    ReturnPapers(MonthlyReturns returns, ReturnArchive archive) {
        this.returns = returns;
        this.archive = archive;
    }

    @Override
    public String folder() {
        return "7 月报";
    }

    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        if (!request.scope().reads(RecordKind.RETURNS)) {
            return;
        }
        List<MonthlyReturn> own = new ArrayList<>();
        returns.each(
                (found, query, criteria) -> criteria.equal(
                        found.get("custody").get("officeId"), request.office().getId()),
                request.scope(),
                Sort.by("month"),
                own::add);
        for (MonthlyReturn found : own) {
            Optional<Submission> last =
                    archive.last(found).filter(one -> request.includes(one.to().asOf()));
            if (last.isPresent()) {
                byte[] workbook = archive.workbook(found, null).orElseThrow();
                byte[] progress = last.get().progress().getBytes(StandardCharsets.UTF_8);
                String state = found.isSentBack() ? "已退回" : found.getState().getLabel();
                sink.put(found.month() + " 附件3（" + state + "）.xlsx", out -> out.write(workbook));
                sink.put(found.month() + " 进展情况.txt", out -> out.write(progress));
            }
        }
    }
}
