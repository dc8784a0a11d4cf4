package gassafety.directive;

import gassafety.enforcement.Service;
import gassafety.enforcement.ServiceWay;
import gassafety.enforcement.Turn;
import gassafety.enforcement.Typed;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import org.jspecify.annotations.Nullable;

/** The form on which a step is taken; each page shows the fields that its steps need. */
class DirectiveStepForm {

    static final String[] FIELDS = {"version", "step", "opinion", "servedOn", "way", "receiver"};

    private @Nullable String version;
    private @Nullable String step;
    private @Nullable String opinion;
    private @Nullable String servedOn;
    private @Nullable String way;
    private @Nullable String receiver;

    /** The step that was chosen among those of the page. */
    DirectiveStep step(DirectivePage page) {
        DirectiveStep chosen = Typed.one("step", DirectiveStep.class, step, "请选择办理意见。");
        if (!page.getSteps().contains(chosen)) {
            throw new Refusal("step", "请选择办理意见。");
        }
        return chosen;
    }

    Turn turn(Caller by, long id, String digest) {
        return new Turn(by, id, Typed.version(version), Typed.stripped(opinion), digest);
    }

    Service service() {
        return new Service(
                Typed.day("servedOn", "送达日期", servedOn),
                Typed.one("way", ServiceWay.class, way, "请选择送达方式。"),
                Typed.stripped(receiver));
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
}
