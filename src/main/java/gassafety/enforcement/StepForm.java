package gassafety.enforcement;

import gassafety.web.Refusal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The form on which a step is taken; each page shows the fields that its steps need. */
class StepForm {

    static final String[] FIELDS = {
        "version", "step", "opinion", "handler", "servedOn", "way", "receiver", "outcome", "finePaid"
    };

    private @Nullable String version;
    private @Nullable String step;
    private @Nullable String opinion;
    private @Nullable String handler;
    private @Nullable String servedOn;
    private @Nullable String way;
    private @Nullable String receiver;
    private @Nullable String outcome;
    private @Nullable String finePaid;

    /** The step that was chosen among those of the page. */
    CaseStep step(StepPage page) {
        CaseStep chosen = Typed.one("step", CaseStep.class, step, "请选择办理意见。");
        if (!page.getSteps().contains(chosen)) {
            throw new Refusal("step", "请选择办理意见。");
        }
        return chosen;
    }

    Turn turn(gassafety.office.Caller by, long id, String digest) {
        return new Turn(by, id, Typed.version(version), Typed.stripped(opinion), digest);
    }

    long handler() {
        return Typed.id("handler", handler, "请选择承办人。");
    }

    Service service() {
        return new Service(
                Typed.day("servedOn", "送达日期", servedOn),
                Typed.one("way", ServiceWay.class, way, "请选择送达方式。"),
                Typed.stripped(receiver));
    }

    String outcome() {
        return Typed.stripped(outcome);
    }

    @Nullable
    BigDecimal paid() {
        return Typed.stripped(finePaid).isEmpty() ? null : Typed.yuan("finePaid", "已缴金额", finePaid);
    }

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }

    public @Nullable String getStep() {
        return step;
    }

    public void setStep(@Nullable String step) {
        this.step = step;
    }

    public @Nullable String getOpinion() {
        return opinion;
    }

    public void setOpinion(@Nullable String opinion) {
        this.opinion = opinion;
    }

    public @Nullable String getHandler() {
        return handler;
    }

    public void setHandler(@Nullable String handler) {
        this.handler = handler;
    }

    public @Nullable String getServedOn() {
        return servedOn;
    }

    public void setServedOn(@Nullable String servedOn) {
        this.servedOn = servedOn;
    }

    public @Nullable String getWay() {
        return way;
    }

    public void setWay(@Nullable String way) {
        this.way = way;
    }

    public @Nullable String getReceiver() {
        return receiver;
    }

    public void setReceiver(@Nullable String receiver) {
        this.receiver = receiver;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getFinePaid() {
        return finePaid;
    }

    public void setFinePaid(@Nullable String finePaid) {
        this.finePaid = finePaid;
    }
}
