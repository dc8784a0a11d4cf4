package gassafety.directive;

import gassafety.enforcement.OriginForm;
import gassafety.enforcement.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form on which a directive is drafted. */
class DirectiveForm extends OriginForm {

    static final String[] FIELDS = {
        "key", "version", "enterprise", "inspection", "problems", "provision", "measures", "due", "hazards"
    };

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

    static DirectiveForm of(DirectiveFile file) {
        DirectiveForm form = new DirectiveForm();
        DirectiveText text = file.text();
        form.setVersion(String.valueOf(file.version()));
        form.problems = text.problems();
        form.provision = text.provision();
        form.measures = text.measures();
        form.due = text.due().toString();
        form.comesFrom(text.inspectionId());
        text.hazards().forEach(form::choose);
        return form;
    }

    DirectiveText text() {
        Set<Long> chosen = hazardIds();
        return new DirectiveText(
                Typed.stripped(problems),
                Typed.stripped(provision),
                Typed.stripped(measures),
                Typed.day("due", due),
                chosen,
                inspectionId());
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
}
