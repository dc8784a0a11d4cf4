package gassafety.enforcement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form on which a case is drafted. */
class DraftForm {

    static final String[] FIELDS = {
        "key", "version", "enterprise", "inspection", "cause", "facts", "provision", "hazards"
    };

    private @Nullable String key;
    private @Nullable String version;
    private @Nullable String enterprise;
    private @Nullable String inspection;

    @NotBlank(message = "请填写案由。")
    @Size(max = CaseDraft.LONGEST_CAUSE, message = "案由不能超过 {max} 个字。")
    private @Nullable String cause;

    @NotBlank(message = "请填写事实。")
    @Size(max = CaseDraft.LONGEST_FACTS, message = "事实不能超过 {max} 个字。")
    private @Nullable String facts;

    @NotBlank(message = "请填写涉嫌违反的条款。")
    @Size(max = CaseDraft.LONGEST_PROVISION, message = "涉嫌违反的条款不能超过 {max} 个字。")
    private @Nullable String provision;

    private List<String> hazards = new ArrayList<>();

    static DraftForm of(CaseFile file) {
        DraftForm form = new DraftForm();
        form.version = String.valueOf(file.version());
        form.cause = file.row().cause();
        form.facts = file.facts();
        form.provision = file.provision();
        form.inspection = file.inspectionId() == null ? null : String.valueOf(file.inspectionId());
        file.hazards().forEach(hazard -> form.hazards.add(String.valueOf(hazard.id())));
        return form;
    }

    CaseDraft draft() {
        Set<Long> chosen = new LinkedHashSet<>();
        for (String hazard : hazards) {
            chosen.add(Typed.id("hazards", hazard, "请从列表中选择隐患。"));
        }
        return new CaseDraft(
                Typed.stripped(cause),
                Typed.stripped(facts),
                Typed.stripped(provision),
                chosen,
                Typed.stripped(inspection).isEmpty() ? null : Typed.id("inspection", inspection, "检查记录不正确。"));
    }

    Set<Long> chosenHazards() {
        Set<Long> chosen = new LinkedHashSet<>();
        hazards.stream().filter(hazard -> hazard.matches("[0-9]{1,18}")).forEach(id -> chosen.add(Long.parseLong(id)));
        return chosen;
    }

    public @Nullable String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = key;
    }

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }

    public @Nullable String getEnterprise() {
        return enterprise;
    }

    public void setEnterprise(@Nullable String enterprise) {
        this.enterprise = enterprise;
    }

    public @Nullable String getInspection() {
        return inspection;
    }

    public void setInspection(@Nullable String inspection) {
        this.inspection = inspection;
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

    public List<String> getHazards() {
        return hazards;
    }

    public void setHazards(@Nullable List<String> hazards) {
        this.hazards = hazards == null ? new ArrayList<>() : hazards;
    }
}
