package gassafety.accountability;

import gassafety.accountability.ReviewRules.Setting;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 责任倒查: what was found, each with its evidence, its explanations and its steps, and the rules that find. */
@Controller
@Reads(RecordKind.HAZARDS)
class ReviewController {

    private static final String ADDRESS = "/reviews";
    private static final String RULES = ADDRESS + "/rules/{rule}";
    private static final String STEP = ADDRESS
            + "/{id}/{step:explanation|start|dropping|approval|rejection|check|finding|handling|referral|receipt}";
    private static final int LONGEST_REASON = 200;
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
    private final Today today;

    ReviewController(ReviewRecords reviews, ReviewWork work, ReviewFinder finder, ReviewRules rules, Today today) {
        this.reviews = reviews;
        this.work = work;
        this.finder = finder;
        this.rules = rules;
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
        return "accountability/review";
    }

    @GetMapping(STEP)
    String ask(@PathVariable long id, @PathVariable("step") String path, Caller caller, Model model) {
        ReviewStep step = ReviewStep.at(path).orElseThrow(NotFound::new);
        Review review = work.require(id, caller);
        review.mustAllow(step, caller, today.day());
        return page(review, step).show(model);
    }

    @PostMapping(STEP)
    String take(
            @PathVariable long id,
            @PathVariable("step") String path,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ReviewStep step = ReviewStep.at(path).orElseThrow(NotFound::new);
        Review review = work.require(id, caller);
        FormPage page = page(review, step);
        String opinion = String.valueOf(sent.getFirst("opinion"));
        Turn turn = new Turn(caller, id, seen(sent), shortenedOpinion(opinion), SentForm.digest(request));
        redirect.addFlashAttribute("done", "已" + step.getLabel() + "。");
        if (turn.isRepeated(review.getVersion(), review.steps(), step)) {
            return "redirect:" + page.back();
        }
        review.mustAllow(step, caller, today.day());
        return page.submit(
                sent,
                typed -> {},
                typed -> {
                    work.take(step, turn);
                    return page.back();
                },
                model,
                response);
    }

    private static @Nullable Integer seen(MultiValueMap<String, String> sent) {
        String version = sent.getFirst("version");
        return version != null && version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
    }

    /** A longer one is refused by the form itself, beside its field. */
    private static String shortenedOpinion(String opinion) {
        return opinion.length() > Turn.LONGEST_OPINION ? "" : opinion;
    }

    private static FormPage page(Review review, ReviewStep step) {
        return new FormPage(
                step.getLabel() + " · " + review.getHazardNumber(),
                review.getAddress() + "/" + step.getPath(),
                review.getAddress(),
                new FormSheet(List.of(new FormSheet.Group(
                        step.getLabel(),
                        List.of(FormField.lines("opinion", step.getWords(), Turn.LONGEST_OPINION)
                                .needed()
                                .hint(step.hint()))))),
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
