package gassafety.enforcement;

import gassafety.web.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The form on which a decision is proposed. */
class RulingForm {

    static final String[] FIELDS = {
        "version",
        "opinion",
        "fine",
        "gains",
        "goods*",
        "goods[*].*",
        "correction",
        "correctionDue",
        "closedown",
        "facts",
        "basis"
    };

    /** Lines for confiscated goods on the form. */
    static final int LINES = 6;

    private @Nullable String version;

    @Size(max = Turn.LONGEST_OPINION, message = "意见不能超过 {max} 个字。")
    private @Nullable String opinion;

    private @Nullable String fine;
    private @Nullable String gains;
    /** By the number of the line; text as key, so that an absurd one is a line that is never read. */
    private Map<String, GoodsForm> goods = new LinkedHashMap<>();

    private boolean correction;
    private @Nullable String correctionDue;
    private @Nullable String closedown = Closedown.NONE.name();

    @NotBlank(message = "请填写违法事实。")
    @Size(max = Ruling.LONGEST_TEXT, message = "违法事实不能超过 {max} 个字。")
    private @Nullable String facts;

    @NotBlank(message = "请填写处罚依据。")
    @Size(max = Ruling.LONGEST_TEXT, message = "处罚依据不能超过 {max} 个字。")
    private @Nullable String basis;

    RulingForm() {
        for (int line = 0; line < LINES; line++) {
            goods.put(String.valueOf(line), new GoodsForm());
        }
    }

    /** Begins with what was returned, or with what the draft says. */
    static RulingForm of(CaseFile file) {
        RulingForm form = new RulingForm();
        form.version = String.valueOf(file.version());
        form.facts = file.facts();
        form.basis = file.provision();
        Ruling returned = file.ruling();
        if (returned != null) {
            form.take(returned);
        }
        return form;
    }

    private void take(Ruling returned) {
        facts = returned.facts();
        basis = returned.basis();
        fine = returned.fine().toPlainString();
        gains = returned.gains().toPlainString();
        correction = returned.correction();
        correctionDue = Objects.toString(returned.correctionDue(), "");
        closedown = returned.closedown().name();
        for (int line = 0; line < Math.min(LINES, returned.goods().size()); line++) {
            ConfiscatedGoods had = returned.goods().get(line);
            GoodsForm row = goods.computeIfAbsent(String.valueOf(line), at -> new GoodsForm());
            row.setProduct(had.getProduct());
            row.setQuantity(had.getQuantity().stripTrailingZeros().toPlainString());
            row.setUnit(had.getUnit().name());
        }
    }

    /** The lines that the page shows, whatever was posted. */
    public List<GoodsForm> getLines() {
        List<GoodsForm> lines = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            lines.add(goods.getOrDefault(String.valueOf(line), new GoodsForm()));
        }
        return lines;
    }

    Turn turn(gassafety.office.Caller by, long id, String digest) {
        return new Turn(by, id, Typed.version(version), Typed.stripped(opinion), digest);
    }

    /** What was typed, when nothing is wrong with it; each message goes beside its field, all of them at once. */
    Optional<Ruling> ruling(Errors errors) {
        BigDecimal fined = read(errors, () -> Ruling.amount("fine", "罚款", Typed.yuan("fine", "罚款", fine)));
        BigDecimal gained = read(errors, () -> Ruling.amount("gains", "没收违法所得", Typed.yuan("gains", "没收违法所得", gains)));
        List<ConfiscatedGoods> confiscated = confiscated(errors);
        LocalDate due = Typed.stripped(correctionDue).isEmpty()
                ? null
                : read(errors, () -> Typed.day("correctionDue", "改正期限", correctionDue));
        Closedown closed = read(errors, () -> Typed.one("closedown", Closedown.class, closedown, "请选择是否停产停业。"));
        if (errors.hasErrors() || fined == null || gained == null || closed == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(read(
                errors,
                () -> new Ruling(
                        fined,
                        gained,
                        confiscated,
                        correction,
                        due,
                        closed,
                        Typed.stripped(facts),
                        Typed.stripped(basis))));
    }

    private List<ConfiscatedGoods> confiscated(Errors errors) {
        List<ConfiscatedGoods> confiscated = new ArrayList<>();
        List<GoodsForm> lines = getLines();
        for (int line = 1; line <= lines.size(); line++) {
            GoodsForm row = lines.get(line - 1);
            if (!row.isEmpty()) {
                try {
                    confiscated.add(row.goods());
                } catch (Refusal refusal) {
                    errors.rejectValue("goods", "refused", "没收产品第 " + line + " 行：" + refusal.sentence());
                }
            }
        }
        return confiscated;
    }

    private static <T> @Nullable T read(Errors errors, Supplier<T> typed) {
        try {
            return typed.get();
        } catch (Refusal refusal) {
            refusal.into(errors);
            return null;
        }
    }

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }

    public @Nullable String getOpinion() {
        return opinion;
    }

    public void setOpinion(@Nullable String opinion) {
        this.opinion = opinion;
    }

    public @Nullable String getFine() {
        return fine;
    }

    public void setFine(@Nullable String fine) {
        this.fine = fine;
    }

    public @Nullable String getGains() {
        return gains;
    }

    public void setGains(@Nullable String gains) {
        this.gains = gains;
    }

    public Map<String, GoodsForm> getGoods() {
        return goods;
    }

    public void setGoods(Map<String, GoodsForm> goods) {
        this.goods = goods;
    }

    public boolean isCorrection() {
        return correction;
    }

    public void setCorrection(boolean correction) {
        this.correction = correction;
    }

    public @Nullable String getCorrectionDue() {
        return correctionDue;
    }

    public void setCorrectionDue(@Nullable String correctionDue) {
        this.correctionDue = correctionDue;
    }

    public @Nullable String getClosedown() {
        return closedown;
    }

    public void setClosedown(@Nullable String closedown) {
        this.closedown = closedown;
    }

    public @Nullable String getFacts() {
        return facts;
    }

    public void setFacts(@Nullable String facts) {
        this.facts = facts;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }
}
