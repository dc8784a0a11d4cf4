package gassafety.summary;

import gassafety.calendar.Today;
import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.document.WordDocument;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.summary.Summaries.Version;
import gassafety.web.Download;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** 阶段总结: who has handed in, the draft with the figures, and the finished versions. */
@Controller
@Reads(RecordKind.RETURNS)
class SummaryController {

    private static final String ONE = Subject.ADDRESS + "/{campaign}/{phase}/{office}";
    private static final FormSheet SHEET =
            new FormSheet(List.of(new FormSheet.Group("上传新的一版", List.of(FormField.text("note", "改了什么", 200)))));

    private final SummaryBoards boards;
    private final Summaries summaries;
    private final SummaryDraft draft;
    private final Campaigns campaigns;
    private final Offices offices;
    private final Today today;

    SummaryController(
            SummaryBoards boards,
            Summaries summaries,
            SummaryDraft draft,
            Campaigns campaigns,
            Offices offices,
            Today today) {
        this.boards = boards;
        this.summaries = summaries;
        this.draft = draft;
        this.campaigns = campaigns;
        this.offices = offices;
        this.today = today;
    }

    @GetMapping(Subject.ADDRESS)
    String board(Caller caller, Model model) {
        model.addAttribute("boards", boards.of(caller));
        return "summary/summaries";
    }

    @GetMapping(ONE)
    String one(
            @PathVariable long campaign,
            @PathVariable int phase,
            @PathVariable String office,
            Caller caller,
            Model model) {
        return show(subject(campaign, phase, office, caller), SHEET.fill(Map.of()), null, caller, model);
    }

    @PostMapping(ONE)
    String upload(
            @PathVariable long campaign,
            @PathVariable int phase,
            @PathVariable String office,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        Subject subject = subject(campaign, phase, office, caller);
        requireWrite(subject, caller);
        Typed typed = SHEET.read(sent);
        MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        MultipartFile file = parts == null ? null : parts.getFile("file");
        String problem = file == null || file.isEmpty() ? "请选择写好的阶段总结。" : null;
        if (typed.isFine() && problem == null && file != null) {
            try {
                boolean kept = summaries.keep(
                        subject.campaign(),
                        subject.phase(),
                        subject.bureau(),
                        String.valueOf(file.getOriginalFilename()),
                        file.getBytes(),
                        typed.text("note"),
                        caller);
                redirect.addFlashAttribute("done", kept ? "已上传。" : "这个文件已经上传过，没有重复保存。");
                return "redirect:" + subject.address();
            } catch (Refusal refusal) {
                problem = refusal.sentence();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(subject, typed, problem, caller, model);
    }

    /** The draft as a Word file, to be finished by people. */
    @GetMapping(ONE + "/draft.docx")
    ResponseEntity<byte[]> draft(
            @PathVariable long campaign, @PathVariable int phase, @PathVariable String office, Caller caller) {
        Subject subject = subject(campaign, phase, office, caller);
        requireWrite(subject, caller);
        return WordDocument.answer(
                subject.title() + "（草稿 " + today.day() + "）.docx",
                draft.write(subject.campaign(), subject.phase(), subject.bureau()));
    }

    /** A finished version, byte for byte. */
    @GetMapping(ONE + "/{version}")
    ResponseEntity<byte[]> version(
            @PathVariable long campaign,
            @PathVariable int phase,
            @PathVariable String office,
            @PathVariable int version,
            Caller caller) {
        Subject subject = subject(campaign, phase, office, caller);
        Version wanted = versions(subject).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(wanted.fileName()))
                .body(summaries.content(wanted));
    }

    private String show(Subject subject, Typed typed, @Nullable String problem, Caller caller, Model model) {
        typed.show(model);
        LocalDate due = subject.phase().summaryDue();
        model.addAttribute("title", subject.title());
        model.addAttribute("phase", subject.phase());
        model.addAttribute("address", subject.address());
        model.addAttribute("versions", versions(subject));
        model.addAttribute("writes", Summaries.mayWrite(caller, subject.bureau()));
        model.addAttribute("late", due.isBefore(today.day()));
        model.addAttribute("problem", problem);
        model.addAttribute("sheet", SHEET);
        return "summary/summary";
    }

    private List<Version> versions(Subject subject) {
        return summaries.of(subject.campaign(), subject.phase(), subject.bureau());
    }

    private Subject subject(long campaignId, int number, String office, Caller caller) {
        CampaignInfo campaign = campaigns.all().stream()
                .filter(one -> one.id() == campaignId)
                .findFirst()
                .orElseThrow(NotFound::new);
        Phase phase = campaign.phases().stream()
                .filter(one -> one.number() == number && !one.from().isAfter(today.day()))
                .findFirst()
                .orElseThrow(NotFound::new);
        Office bureau = offices.byCode(office)
                .filter(one -> one.getKind().isBureau() && caller.scope().covers(one.getPath()))
                .orElseThrow(NotFound::new);
        return new Subject(campaign, phase, bureau);
    }

    private static void requireWrite(Subject subject, Caller caller) {
        if (!Summaries.mayWrite(caller, subject.bureau())) {
            throw new Forbidden("阶段总结由填报人和专班办公室起草、上传。");
        }
    }
}
