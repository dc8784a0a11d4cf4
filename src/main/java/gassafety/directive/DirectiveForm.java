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
        "key", "version", "kind", "enterprise", "inspection", "problems", "provision", "measures", "due", "hazards"
    };

    private @Nullable String kind;

    @NotBlank(message = "请填写存在的问题。")
    @Size(max = DirectiveText.LONGEST_PROBLEMS, message = "存在的问题不能超过 {max} 个字。")
    private @Nullable String problems;

    @NotBlank(message = "请填写条款。")
    @Size(max = DirectiveText.LONGEST_PROVISION, message = "条款不能超过 {max} 个字。")
    private @Nullable String provision;

    @NotBlank(message = "请填写应当采取的措施。")
    @Size(max = DirectiveText.LONGEST_MEASURES, message = "应当采取的措施不能超过 {max} 个字。")
    private @Nullable String measures;

    private @Nullable String due;

    static DirectiveForm of(DirectiveFile file) {
        DirectiveForm form = new DirectiveForm();
        DirectiveText text = file.text();
        form.setVersion(String.valueOf(file.version()));
        form.kind = file.row().kind().name();
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
                Typed.day("due", "整改期限", due),
                chosen,
                inspectionId());
    }

    /** The document that is drafted; a 监察指令书 when nothing is said. */
    DirectiveKind kind() {
        return Typed.stripped(kind).isEmpty()
                ? DirectiveKind.SUPERVISION
                : Typed.one("kind", DirectiveKind.class, kind, "请选择文书种类。");
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
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
