package gassafety.register;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out all papers about a unit as one file; it is complete before its first byte is sent. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class BundleController {

    private final UnitRecords records;
    private final UnitBundle bundle;

    BundleController(UnitRecords records, UnitBundle bundle) {
        this.records = records;
        this.bundle = bundle;
    }

    @GetMapping("/enterprises/{id}/papers.zip")
    void papers(@PathVariable long id, Caller caller, HttpServletResponse response) throws IOException {
        UnitRecord unit = records.require(id, caller);
        if (!caller.isStaff()) {
            throw new Forbidden("迎检包由监管单位下载；本单位的检查记录和隐患请在各自页面查看。");
        }
        Path file = Files.createTempFile("papers", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                bundle.write(unit, caller, out);
            }
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(bundle.name(unit), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}
