package gassafety.hazard;

import gassafety.web.TypedDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What is typed to do something to a hazard; each act asks for some of it. Kept as typed until the act is done. */
class HazardForm {

    static final String[] FIELDS = {
        "version",
        "key",
        "text",
        "signer",
        "yes",
        "due",
        "cause",
        "standard",
        "criterion",
        "number",
        "receiver",
        "government",
        "at",
        "measure",
        "ending",
        "before",
        "files"
    };

    private String version = "";
    private String key = UUID.randomUUID().toString();
    private String text = "";
    private String signer = "";
    private String yes = "";
    private String due = "";
    private String cause = "";
    private String standard = "";
    private String criterion = "";
    private String number = "";
    private String receiver = "";
    private String government = "";
    private String at = "";
    private String measure = "";
    private String ending = "";
    private List<MultipartFile> before = List.of();
    private List<MultipartFile> files = List.of();

    /** Version of the hazard on the page where this was typed; -1 when there is none. */
    int seenVersion() {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    UUID submission() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    boolean isYes() {
        return yes.equals("true");
    }

    @Nullable
    LocalDate dueDay() {
        return TypedDay.read(due);
    }

    @Nullable
    LocalDateTime atTime() {
        try {
            LocalDateTime time = LocalDateTime.parse(at);
            return TypedDay.read(time.toLocalDate().toString()) == null ? null : time;
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    @Nullable
    Cause causeChosen() {
        return one(Cause.values(), cause);
    }

    @Nullable
    Ending endingChosen() {
        return one(Ending.values(), ending);
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSigner() {
        return signer;
    }

    public void setSigner(String signer) {
        this.signer = signer;
    }

    public String getYes() {
        return yes;
    }

    public void setYes(String yes) {
        this.yes = yes;
    }

    public String getDue() {
        return due;
    }

    public void setDue(String due) {
        this.due = due;
    }

    public String getCause() {
        return cause;
    }

    public void setCause(String cause) {
        this.cause = cause;
    }

    public String getStandard() {
        return standard;
    }

    public void setStandard(String standard) {
        this.standard = standard;
    }

    public String getCriterion() {
        return criterion;
    }

    public void setCriterion(String criterion) {
        this.criterion = criterion;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getReceiver() {
        return receiver;
    }

    public void setReceiver(String receiver) {
        this.receiver = receiver;
    }

    public String getGovernment() {
        return government;
    }

    public void setGovernment(String government) {
        this.government = government;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getMeasure() {
        return measure;
    }

    public void setMeasure(String measure) {
        this.measure = measure;
    }

    public String getEnding() {
        return ending;
    }

    public void setEnding(String ending) {
        this.ending = ending;
    }

    public List<MultipartFile> getBefore() {
        return before;
    }

    public void setBefore(List<MultipartFile> before) {
        this.before = before;
    }

    public List<MultipartFile> getFiles() {
        return files;
    }

    public void setFiles(List<MultipartFile> files) {
        this.files = files;
    }
}
