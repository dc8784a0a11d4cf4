package gassafety.accountability;

import gassafety.accountability.ReviewRules.Setting;
import gassafety.accountability.ReviewWork.Step;
import gassafety.attachment.Attachments;
import gassafety.calendar.Today;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormPage;
import gassafety.web.FormSheet;
import gassafety.web.LikePattern;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import gassafety.web.SentForm;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 责任倒查: what was found, each with its evidence, its explanations and its steps, and the rules that find. */
@Controller
@Reads(RecordKind.HAZARDS)
class ReviewController {

    private static final String ADDRESS = "/reviews";
    private static final String RULES = ADDRESS + "/rules/{rule}";
    private static final String STEP = ADDRESS
            + "/{id}/{step:explanation|start|dropping|approval|rejection|check|finding|handling|referral|receipt}";
    private static final String OTHERS = "others";
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_WORDS_WITH_PAPER = 900;
    private static final Sort NEWEST = Sort.by(Sort.Order.desc("foundOn"), Sort.Order.desc("id"));

    private static final ListWorkbook<Review> WORKBOOK = new ListWorkbook<>(
            "责任倒查",
            List.of(
                    new Column<>("规则", 22, review -> review.getRule().getLabel()),
                    new Column<>("隐患编号", 20, Review::getHazardNumber),
                    new Column<>("问题", 40, Review::getProblem),
                    new Column<>("单位", 30, Review::getUnitName),
                    new Column<>("依据", 60, Review::getEvidence),
                    new Column<>("当事人", 20, Review::getNames),
                    new Column<>("发现日期", 12, Review::getFoundOn),
                    new Column<>("状态", 12, review -> review.getState().getLabel())));

    private final ReviewRecords reviews;
    private final ReviewWork work;
    private final ReviewFinder finder;
    private final ReviewRules rules;
    private final Attachments attachments;
    private final Today today;

    ReviewController(
            ReviewRecords reviews,
            ReviewWork work,
            ReviewFinder finder,
            ReviewRules rules,
            Attachments attachments,
            Today today) {
        this.reviews = reviews;
        this.work = work;
        this.finder = finder;
        this.rules = rules;
        this.attachments = attachments;
        this.today = today;
    }

    @GetMapping(ADDRESS)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            Caller caller,
            Model model) {
        requireStaff(caller);
        Page<Review> found = reviews.page(
                filter(q, state(state), caller), ReviewWork.scope(caller), Pages.number(page), Pages.SIZE, NEWEST);
        model.addAttribute("reviews", found.getContent());
        model.addAttribute("bar", Pages.bar(found));
        model.addAttribute("q", Pages.sought(q));
        model.addAttribute("state", state(state));
        model.addAttribute("states", ReviewState.values());
        model.addAttribute("today", today.day());
        model.addAttribute("works", Review.mayReview(caller));
        model.addAttribute("sets", Review.isDepartment(caller));
        return "accountability/reviews";
    }

    @GetMapping(ADDRESS + ".xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        requireStaff(caller);
        WORKBOOK.send(
                response, row -> reviews.each(filter(q, state(state), caller), ReviewWork.scope(caller), NEWEST, row));
    }

    /** Looks now instead of within the hour. */
    @PostMapping(ADDRESS + "/search")
    String search(Caller caller, RedirectAttributes redirect) {
        requireDepartment(caller);
        int found = finder.find();
        redirect.addFlashAttribute("done", found == 0 ? "没有新的线索。" : "新发现 " + found + " 条线索。");
        return "redirect:" + ADDRESS;
    }

    @GetMapping(ADDRESS + "/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        requireStaff(caller);
        Review review = work.require(id, caller);
        model.addAttribute("review", review);
        model.addAttribute("steps", review.stepsOf(caller, today.day()));
        model.addAttribute("taken", review.taken());
        model.addAttribute("files", attachments.of(review.source()));
        model.addAttribute("today", today.day());
        return "accountability/review";
    }

    @GetMapping(ADDRESS + "/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, Caller caller) {
        return attachments.read(work.require(id, caller).source(), file).answer();
    }

    @GetMapping(STEP)
    String ask(@PathVariable long id, @PathVariable("step") String path, Caller caller, Model model) {
        ReviewStep step = ReviewStep.at(path).orElseThrow(NotFound::new);
        Review review = work.require(id, caller);
        review.mustAllow(step, caller, today.day());
        return page(review, step, caller).show(model);
    }

    @PostMapping(STEP)
    String take(
            @PathVariable long id,
            @PathVariable("step") String path,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> paper,
            Caller caller,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ReviewStep step = ReviewStep.at(path).orElseThrow(NotFound::new);
        Review review = work.require(id, caller);
        FormPage page = page(review, step, caller);
        Turn turn = new Turn(caller, id, seen(sent), "", SentForm.digest(request));
        List<MultipartFile> papers = paper == null
                ? List.of()
                : paper.stream().filter(file -> !file.isEmpty()).toList();
        redirect.addFlashAttribute("done", "已" + step.getLabel() + "。");
        if (turn.isRepeated(review.getVersion(), review.steps(), step)) {
            return "redirect:" + page.back();
        }
        review.mustAllow(step, caller, today.day());
        return page.submit(
                sent,
                typed -> checkPaper(step, typed, papers),
                typed -> {
                    work.take(new Step(step, turn.saying(words(step, typed)), typed.ticked(OTHERS), papers));
                    return page.back();
                },
                model,
                response);
    }

    private static @Nullable Integer seen(MultiValueMap<String, String> sent) {
        String version = sent.getFirst("version");
        return version != null && version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
    }

    private void checkPaper(ReviewStep step, Typed typed, List<MultipartFile> papers) {
        if (step.paper().isEmpty()) {
            return;
        }
        if (papers.isEmpty()) {
            typed.reject("paper", "请上传" + step.paper() + "。");
        }
        LocalDate day = typed.isFine("day") ? typed.day("day") : null;
        if (day != null && day.isAfter(today.day())) {
            typed.reject("day", step.paper() + "日期不能晚于今天。");
        }
    }

    /** What is kept of a step: the number and day of its paper before the words. */
    private static String words(ReviewStep step, Typed typed) {
        String words = typed.text("opinion");
        return step.paper().isEmpty()
                ? words
                : step.paper() + " " + typed.text("number") + "，" + Objects.requireNonNull(typed.day("day")) + "。"
                        + words;
    }

    private FormPage page(Review review, ReviewStep step, Caller caller) {
        List<FormField> fields = new ArrayList<>();
        boolean withPaper = !step.paper().isEmpty();
        if (withPaper) {
            fields.add(FormField.text("number", step.paper() + "文号", LONGEST_NUMBER)
                    .needed());
            fields.add(FormField.day("day", step.paper() + "日期").needed());
        }
        fields.add(
                FormField.lines("opinion", step.getWords(), withPaper ? LONGEST_WORDS_WITH_PAPER : Turn.LONGEST_OPINION)
                        .needed()
                        .hint(step.hint()));
        if (withPaper) {
            fields.add(FormField.files("paper", step.paper()).needed());
        }
        int others = step == ReviewStep.EXPLAIN ? work.others(review, caller).size() : 0;
        if (others > 0) {
            fields.add(FormField.tick(OTHERS, "同一次检查中等您说明的其余 " + others + " 条线索，也作这一说明"));
        }
        return new FormPage(
                step.getLabel() + " · " + review.getHazardNumber(),
                review.getAddress() + "/" + step.getPath(),
                review.getAddress(),
                new FormSheet(List.of(new FormSheet.Group(step.getLabel(), fields))),
                Map.of(),
                review.getVersion());
    }

    @GetMapping(ADDRESS + "/rules")
    String rules(Caller caller, Model model) {
        requireReviewer(caller);
        model.addAttribute("settings", rules.all());
        model.addAttribute("sets", Review.isDepartment(caller));
        return "accountability/rules";
    }

    @GetMapping(RULES)
    String rule(@PathVariable String rule, Caller caller, Model model) {
        requireDepartment(caller);
        return rulePage(rules.of(rule(rule))).show(model);
    }

    @PostMapping(RULES)
    String set(
            @PathVariable String rule,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireDepartment(caller);
        Setting held = rules.of(rule(rule));
        return rulePage(held)
                .submit(
                        sent,
                        typed -> {},
                        typed -> {
                            BigDecimal days = new BigDecimal(typed.text("days"));
                            rules.set(held.rule(), held.version(), days.intValueExact(), typed.text("reason"), caller);
                            redirect.addFlashAttribute("done", "已保存；以前发现的线索不变。");
                            return ADDRESS + "/rules";
                        },
                        model,
                        response);
    }

    private static FormPage rulePage(Setting setting) {
        ReviewRule rule = setting.rule();
        return new FormPage(
                rule.getLabel(),
                ADDRESS + "/rules/" + rule,
                ADDRESS + "/rules",
                new FormSheet(List.of(new FormSheet.Group(
                        "规则",
                        List.of(
                                FormField.whole("days", "天数", 3).needed().hint(rule.getMeaning()),
                                FormField.text("reason", "修改理由", LONGEST_REASON).needed())))),
                Map.of("days", String.valueOf(setting.days())),
                setting.version());
    }

    private static ReviewRule rule(String name) {
        return Arrays.stream(ReviewRule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Specification<Review> filter(String q, @Nullable ReviewState state, Caller caller) {
        String fragment = Pages.sought(q).toLowerCase(java.util.Locale.ROOT);
        Specification<Review> filter = (review, query, criteria) -> criteria.and(
                fragment.isEmpty()
                        ? criteria.conjunction()
                        : criteria.like(review.get("search"), LikePattern.containing(fragment), '\\'),
                state == null ? criteria.conjunction() : criteria.equal(review.get("state"), state));
        return filter.and(ReviewWork.readBy(caller));
    }

    private static @Nullable ReviewState state(@Nullable String name) {
        return Pages.choice("state", ReviewState.class, name);
    }

    private static void requireStaff(Caller caller) {
        if (!caller.isStaff()) {
            throw new Forbidden("责任倒查由监管单位办理。");
        }
    }

    private static void requireReviewer(Caller caller) {
        if (!Review.mayReview(caller)) {
            throw new Forbidden("责任倒查的规则由执法稽查科设定，局领导查看。");
        }
    }

    private static void requireDepartment(Caller caller) {
        if (!Review.isDepartment(caller)) {
            throw new Forbidden("责任倒查由执法稽查科办理。");
        }
    }
}
