package gassafety.inspection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is chosen to begin an inspection, as it was typed. */
class StartForm {

    private String enterprise = "";
    private List<String> list = new ArrayList<>();
    private String day = "";
    private String camera = "";
    private boolean declares;
    private String key = Keys.of(null);
    private List<String> inspectors = new ArrayList<>();

    public String getEnterprise() {
        return enterprise;
    }

    public void setEnterprise(@Nullable String enterprise) {
        this.enterprise = Texts.clean(enterprise);
    }

    /** Codes of the lists that the visit uses. */
    public List<String> getList() {
        return list;
    }

    public void setList(@Nullable List<String> list) {
        this.list = list == null ? new ArrayList<>() : list;
    }

    public String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = Texts.clean(day);
    }

    public String getCamera() {
        return camera;
    }

    public void setCamera(@Nullable String camera) {
        this.camera = Texts.clean(camera);
    }

    /** 本人无回避情形 */
    public boolean isDeclares() {
        return declares;
    }

    public void setDeclares(boolean declares) {
        this.declares = declares;
    }

    public String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = Keys.of(key);
    }

    public List<String> getInspectors() {
        return inspectors;
    }

    public void setInspectors(@Nullable List<String> inspectors) {
        this.inspectors = inspectors == null ? new ArrayList<>() : inspectors;
    }
}
