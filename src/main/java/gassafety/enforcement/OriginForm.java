package gassafety.enforcement;

import gassafety.web.NotFound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a draft's form that says what it is about: the unit, the inspection it came from, and its hazards. */
public abstract class OriginForm {

    private @Nullable String key;
    private @Nullable String version;
    private @Nullable String enterprise;
    private @Nullable String inspection;
    private List<String> hazards = new ArrayList<>();

    /** The hazards ticked, each a number. */
    public Set<Long> hazardIds() {
        Set<Long> chosen = new LinkedHashSet<>();
        for (String hazard : hazards) {
            chosen.add(Typed.id("hazards", hazard, "请从列表中选择隐患。"));
        }
        return chosen;
    }

    public @Nullable Long inspectionId() {
        return Typed.stripped(inspection).isEmpty() ? null : Typed.id("inspection", inspection, "检查记录不正确。");
    }

    /** The unit that the page was shown for. */
    public long enterpriseId() {
        String typed = Typed.stripped(enterprise);
        if (!typed.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(typed);
    }

    /** A page that was shown always has a key; a request made without one gets one of its own. */
    public String requestKey() {
        String typed = Typed.stripped(key);
        return typed.matches("[0-9a-f-]{36}") ? typed : UUID.randomUUID().toString();
    }

    public void comesFrom(@Nullable Long visit) {
        inspection = visit == null ? null : String.valueOf(visit);
    }

    public void choose(long hazard) {
        hazards.add(String.valueOf(hazard));
    }

    /** Those of the ticked that are numbers, to tick them again. */
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

    public List<String> getHazards() {
        return hazards;
    }

    public void setHazards(@Nullable List<String> hazards) {
        this.hazards = hazards == null ? new ArrayList<>() : hazards;
    }
}
