package gassafety.enforcement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form on which a case is drafted. */
class DraftForm extends OriginForm {

    static final String[] FIELDS = {
        "key", "version", "enterprise", "inspection", "cause", "facts", "provision", "hazards"
    };

    @NotBlank(message = "请填写案由。")
    @Size(max = CaseDraft.LONGEST_CAUSE, message = "案由不能超过 {max} 个字。")
    private @Nullable String cause;

    @NotBlank(message = "请填写事实。")
    @Size(max = CaseDraft.LONGEST_FACTS, message = "事实不能超过 {max} 个字。")
    private @Nullable String facts;

    @NotBlank(message = "请填写涉嫌违反的条款。")
    @Size(max = CaseDraft.LONGEST_PROVISION, message = "涉嫌违反的条款不能超过 {max} 个字。")
    private @Nullable String provision;

    static DraftForm of(CaseFile file) {
        DraftForm form = new DraftForm();
        form.setVersion(String.valueOf(file.version()));
        form.cause = file.row().cause();
        form.facts = file.facts();
        form.provision = file.provision();
        form.comesFrom(file.inspectionId());
        file.hazards().forEach(hazard -> form.choose(hazard.id()));
        return form;
    }

    CaseDraft draft() {
        Set<Long> chosen = hazardIds();
        return new CaseDraft(
                Typed.stripped(cause), Typed.stripped(facts), Typed.stripped(provision), chosen, inspectionId());
    }

    public @Nullable String getCause() {
        return cause;
    }

    public void setCause(@Nullable String cause) {
        this.cause = cause;
    }

    public @Nullable String getFacts() {
        return facts;
    }

    public void setFacts(@Nullable String facts) {
        this.facts = facts;
    }

    public @Nullable String getProvision() {
        return provision;
    }

    public void setProvision(@Nullable String provision) {
        this.provision = provision;
    }
}
