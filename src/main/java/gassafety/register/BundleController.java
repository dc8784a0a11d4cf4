package gassafety.register;

import gassafety.calendar.Today;
import gassafety.desk.PaperBundle;
import gassafety.desk.PaperBundle.Folder;
import gassafety.desk.UnitPapers;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out all papers about a unit as one file. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class BundleController {

    private final UnitRecords records;
    private final List<UnitPapers> rooms;
    private final Today today;

    BundleController(UnitRecords records, List<UnitPapers> rooms, Today today) {
        this.records = records;
        this.rooms = rooms;
        this.today = today;
    }

    @GetMapping("/enterprises/{id}/papers.zip")
    void papers(@PathVariable long id, Caller caller, HttpServletResponse response) throws IOException {
        UnitRecord unit = records.require(id, caller);
        if (!caller.isStaff()) {
            throw new Forbidden("迎检包由监管单位下载；本单位的检查记录和隐患请在各自页面查看。");
        }
        PaperBundle.send(
                response,
                unit.identity().name() + " 迎检包 " + today.day(),
                rooms.stream()
                        .map(room -> new Folder(room.folder(), sink -> room.each(id, caller, sink)))
                        .toList());
    }
}
