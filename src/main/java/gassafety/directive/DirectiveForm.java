package gassafety.directive;

import gassafety.enforcement.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form on which a directive is drafted. */
class DirectiveForm {

    static final String[] FIELDS = {
        "key", "version", "enterprise", "inspection", "problems", "provision", "measures", "due", "hazards"
    };

    private @Nullable String key;
    private @Nullable String version;
    private @Nullable String enterprise;
    private @Nullable String inspection;

    @NotBlank(message = "请填写存在的问题。")
    @Size(max = DirectiveText.LONGEST_PROBLEMS, message = "存在的问题不能超过 {max} 个字。")
    private @Nullable String problems;

    @NotBlank(message = "请填写违反的条款。")
    @Size(max = DirectiveText.LONGEST_PROVISION, message = "违反的条款不能超过 {max} 个字。")
    private @Nullable String provision;

    @NotBlank(message = "请填写应当采取的措施。")
    @Size(max = DirectiveText.LONGEST_MEASURES, message = "应当采取的措施不能超过 {max} 个字。")
    private @Nullable String measures;

    private @Nullable String due;
    private List<String> hazards = new ArrayList<>();

    static DirectiveForm of(DirectiveFile file) {
        DirectiveForm form = new DirectiveForm();
        DirectiveText text = file.text();
        form.version = String.valueOf(file.version());
        form.problems = text.problems();
        form.provision = text.provision();
        form.measures = text.measures();
        form.due = text.due().toString();
        form.inspection = text.inspectionId() == null ? null : String.valueOf(text.inspectionId());
        text.hazards().forEach(hazard -> form.hazards.add(String.valueOf(hazard)));
        return form;
    }

    DirectiveText text() {
        Set<Long> chosen = new LinkedHashSet<>();
        for (String hazard : hazards) {
            chosen.add(Typed.id("hazards", hazard, "请从列表中选择隐患。"));
        }
        return new DirectiveText(
                Typed.stripped(problems),
                Typed.stripped(provision),
                Typed.stripped(measures),
                Typed.day("due", due),
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

    public @Nullable String getProblems() {
        return problems;
    }

    public void setProblems(@Nullable String problems) {
        this.problems = problems;
    }

    public @Nullable String getProvision() {
        return provision;
    }

    public void setProvision(@Nullable String provision) {
        this.provision = provision;
    }

    public @Nullable String getMeasures() {
        return measures;
    }

    public void setMeasures(@Nullable String measures) {
        this.measures = measures;
    }

    public @Nullable String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = due;
    }

    public List<String> getHazards() {
        return hazards;
    }

    public void setHazards(@Nullable List<String> hazards) {
        this.hazards = hazards == null ? new ArrayList<>() : hazards;
    }
}
