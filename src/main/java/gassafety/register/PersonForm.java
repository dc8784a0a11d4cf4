package gassafety.register;

import static gassafety.register.EnterpriseForm.text;

import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.FormSheet.Group;
import gassafety.web.Mask;
import gassafety.web.Typed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The form for someone who works at a unit. */
final class PersonForm {

    static final FormSheet SHEET = new FormSheet(List.of(
            new Group(
                    "人员",
                    List.of(
                            FormField.text("name", "姓名", 40).needed(),
                            FormField.oneOf("role", "职务", PersonDetails.Role.values())
                                    .needed(),
                            FormField.text("phone", "电话", 30).hint("已登记的号码只显示首尾，不改就保持原样"),
                            FormField.day("appointedOn", "任命日期"),
                            FormField.day("trainedOn", "最近培训日期"),
                            FormField.tick("contract", "已签劳动合同"),
                            FormField.tick("socialInsurance", "已缴社会保险"))),
            new Group(
                    "作业人员证",
                    List.of(
                            FormField.oneOf("certificateKind", "证件种类", PersonDetails.CertificateKind.values())
                                    .hint("没有证件的不填"),
                            FormField.text("certificateNumber", "证件编号", 60),
                            FormField.day("certificateValidTo", "有效期至")))));

    private PersonForm() {}

    static Map<String, String> content(PersonDetails person) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("name", person.name());
        content.put("role", person.role().name());
        content.put("phone", Mask.phone(person.phone()));
        content.put("appointedOn", text(person.appointedOn()));
        content.put("trainedOn", text(person.trainedOn()));
        content.put("contract", person.contract() ? Typed.YES : "");
        content.put("socialInsurance", person.socialInsurance() ? Typed.YES : "");
        content.put("certificateKind", text(person.certificateKind()));
        content.put("certificateNumber", person.certificateNumber());
        content.put("certificateValidTo", text(person.certificateValidTo()));
        return content;
    }

    /** Checks what the fields alone can't tell: a certificate has a kind, a number and a last day, or none of them. */
    static void check(Typed typed, LocalDate today, String knownPhone) {
        EnterpriseForm.checkPhone(typed, "phone", knownPhone);
        EnterpriseForm.refuseFuture(typed, "appointedOn", today);
        EnterpriseForm.refuseFuture(typed, "trainedOn", today);
        List<String> certificate = List.of("certificateKind", "certificateNumber", "certificateValidTo");
        boolean any = certificate.stream().anyMatch(field -> !typed.text(field).isEmpty());
        certificate.stream()
                .filter(field -> any && typed.text(field).isEmpty())
                .forEach(field -> typed.reject(field, "证件的种类、编号和有效期要一起填写。"));
    }

    static PersonDetails details(Typed typed, String knownPhone) {
        return new PersonDetails(
                typed.text("name"),
                Objects.requireNonNull(typed.one("role", PersonDetails.Role.class)),
                EnterpriseForm.phone(typed, "phone", knownPhone),
                typed.day("appointedOn"),
                typed.day("trainedOn"),
                typed.one("certificateKind", PersonDetails.CertificateKind.class),
                typed.text("certificateNumber"),
                typed.day("certificateValidTo"),
                typed.ticked("contract"),
                typed.ticked("socialInsurance"));
    }
}
