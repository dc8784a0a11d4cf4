package gassafety.register;

import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.FormSheet.Group;
import gassafety.web.Mask;
import gassafety.web.Typed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form in which a unit is registered and edited. A phone number is shown masked and kept when left so. */
final class EnterpriseForm {

    static final FormSheet SHEET = new FormSheet(List.of(
            new Group(
                    "单位",
                    List.of(
                            FormField.text("name", "单位名称", 100).needed(),
                            FormField.text("creditCode", "统一社会信用代码", 40).hint("18 位，末位为校验码；无照经营的场所不填"),
                            FormField.several("roles", "监管类别", EnterpriseRole.values())
                                    .needed(),
                            FormField.oneOf("status", "经营状态", Identity.Status.values())
                                    .needed(),
                            FormField.oneOf("origin", "信息来源", Identity.Origin.values())
                                    .needed())),
            new Group(
                    "人员和地址",
                    List.of(
                            FormField.text("legalRepresentative", "法定代表人", 40),
                            FormField.text("responsiblePerson", "主要负责人", 40),
                            FormField.text("responsiblePhone", "主要负责人电话", 30).hint("已登记的号码只显示首尾，不改就保持原样"),
                            FormField.text("registeredAddress", "住所（注册地址）", 200),
                            FormField.text("address", "实际经营地址", 200))),
            new Group(
                    "监管信息",
                    List.of(
                            FormField.oneOf("riskLevel", "信用风险等级", Identity.RiskLevel.values()),
                            FormField.day("verifiedOn", "最近核实日期"),
                            FormField.day("keySince", "列入重点监管日期").hint("不是重点监管单位的不填"),
                            FormField.text("keyReason", "列入重点监管原因", 200))),
            new Group(
                    "燃气器具销售单位填写",
                    List.of(
                            FormField.oneOf("region", "区域", Identity.Region.values()),
                            FormField.oneOf("businessForm", "业态", Identity.BusinessForm.values())))));

    private static final String PHONE = "[0-9+() -]*";

    private EnterpriseForm() {}

    /** The form for a new unit, with the offices that can be in charge of it. */
    static FormSheet forNew(List<Option> offices) {
        var groups = new java.util.ArrayList<>(SHEET.groups());
        groups.add(
                1,
                new Group(
                        "监管单位",
                        List.of(FormField.oneOf("chargeOffice", "负责监管的单位", offices)
                                .needed())));
        return new FormSheet(groups);
    }

    static Map<String, String> content(Identity identity, Set<EnterpriseRole> roles) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("name", identity.name());
        content.put("creditCode", identity.creditCode());
        content.put("roles", roles.stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        content.put("status", identity.status().name());
        content.put("origin", identity.origin().name());
        content.put("legalRepresentative", identity.legalRepresentative());
        content.put("responsiblePerson", identity.responsiblePerson());
        content.put("responsiblePhone", Mask.phone(identity.responsiblePhone()));
        content.put("registeredAddress", identity.registeredAddress());
        content.put("address", identity.address());
        content.put("riskLevel", text(identity.riskLevel()));
        content.put("verifiedOn", text(identity.verifiedOn()));
        content.put("keySince", text(identity.keySince()));
        content.put("keyReason", identity.keyReason());
        content.put("region", text(identity.region()));
        content.put("businessForm", text(identity.businessForm()));
        return content;
    }

    /** Checks what the fields alone can't tell. */
    static void check(Typed typed, LocalDate today, String knownPhone) {
        checkPhone(typed, "responsiblePhone", knownPhone);
        refuseFuture(typed, "keySince", today);
        refuseFuture(typed, "verifiedOn", today);
        if (typed.text("keySince").isEmpty() && !typed.text("keyReason").isEmpty()) {
            typed.reject("keySince", "写了列入重点监管的原因，请填写列入日期。");
        }
        if (!typed.text("keySince").isEmpty() && typed.text("keyReason").isEmpty()) {
            typed.reject("keyReason", "请写明列入重点监管的原因。");
        }
    }

    static Identity identity(Typed typed, String knownPhone) {
        return new Identity(
                typed.text("name"),
                typed.text("creditCode").replaceAll("\\s", "").toUpperCase(Locale.ROOT),
                typed.text("legalRepresentative"),
                typed.text("responsiblePerson"),
                phone(typed, "responsiblePhone", knownPhone),
                typed.text("registeredAddress"),
                typed.text("address"),
                Objects.requireNonNull(typed.one("status", Identity.Status.class)),
                typed.one("riskLevel", Identity.RiskLevel.class),
                typed.day("keySince"),
                typed.text("keyReason"),
                Objects.requireNonNull(typed.one("origin", Identity.Origin.class)),
                typed.day("verifiedOn"),
                typed.one("region", Identity.Region.class),
                typed.one("businessForm", Identity.BusinessForm.class));
    }

    static Set<EnterpriseRole> roles(Typed typed) {
        return typed.several("roles", EnterpriseRole.class);
    }

    static void checkPhone(Typed typed, String field, String known) {
        String phone = typed.text(field);
        if (!phone.matches(PHONE) && !phone.equals(Mask.phone(known))) {
            typed.reject(field, "电话只能有数字、空格和 + - ( )，请填写完整号码。");
        }
    }

    /** The number typed, or the one that is known when its masked form was left as it was. */
    static String phone(Typed typed, String field, String known) {
        String phone = typed.text(field);
        return phone.equals(Mask.phone(known)) ? known : phone;
    }

    static void refuseFuture(Typed typed, String field, LocalDate today) {
        LocalDate day = typed.isFine() ? typed.day(field) : null;
        if (day != null && day.isAfter(today)) {
            typed.reject(field, "日期不能晚于今天（" + today + "）。");
        }
    }

    static String text(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
