package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.checklist.Field;
import gassafety.office.Caller;
import gassafety.office.Certificate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who inspects, with the certificate as it was when the inspection began. */
@Embeddable
class Inspector {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);
    private static final String FOR_SPECIAL_EQUIPMENT = "特种设备";

    private long accountId;
    private String name;
    private String certificateKind;
    private String certificateNumber;
    private LocalDate certificateValidTo;

    @Column(updatable = false)
    private @Nullable Instant declaredAt;

    @Column(updatable = false)
    private @Nullable Instant withdrawnAt;

    @Column(updatable = false)
    private @Nullable String withdrawalReason;

    @SuppressWarnings("NullAway.Init")
    protected Inspector() {}

    Inspector(Caller person) {
        Certificate certificate = Objects.requireNonNull(person.certificate());
        this.accountId = person.accountId();
        this.name = person.name();
        this.certificateKind = certificate.kind();
        this.certificateNumber = certificate.number();
        this.certificateValidTo = certificate.validTo();
    }

    public boolean isDeclared() {
        return declaredAt != null;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public @Nullable String getWithdrawalReason() {
        return withdrawalReason;
    }

    /** What this person said about 回避, in words. */
    public String getDeclarationText() {
        if (isWithdrawn()) {
            return "已回避：" + withdrawalReason;
        }
        return declaredAt == null ? "还没有声明有无回避情形" : "声明无回避情形 " + MINUTE.format(declaredAt);
    }

    /** What does not fit about the certificate, to be shown; it never stops an inspection. */
    List<String> warnings(LocalDate day, Field field) {
        List<String> warnings = new ArrayList<>();
        if (day.isAfter(certificateValidTo)) {
            warnings.add(name + "的" + certificateKind + "已于 " + certificateValidTo + " 到期。");
        }
        if (field == Field.TS && !certificateKind.contains(FOR_SPECIAL_EQUIPMENT)) {
            warnings.add(name + "持" + certificateKind + "，特种设备检查应由持特种设备安全行政执法证件的人员进行。");
        }
        return warnings;
    }

    public long getAccountId() {
        return accountId;
    }

    public String getName() {
        return name;
    }

    public String getCertificateKind() {
        return certificateKind;
    }

    public String getCertificateNumber() {
        return certificateNumber;
    }

    public LocalDate getCertificateValidTo() {
        return certificateValidTo;
    }
}
