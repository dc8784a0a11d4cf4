package gassafety.register;

import static gassafety.register.EnterpriseForm.text;

import gassafety.register.StationDetails.CylinderSize;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.FormSheet.Group;
import gassafety.web.Typed;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The form in which a filling station is described. */
final class StationForm {

    private static final int MOST_ADDRESSES = 20;
    private static final int LONGEST_ADDRESS = 200;

    static final FormSheet SHEET = new FormSheet(List.of(
            new Group(
                    "气瓶充装许可证",
                    List.of(
                            FormField.text("licenceNumber", "充装许可证号", 60).hint("从未取得许可的不填；一般形如 TS4…-2026"),
                            FormField.text("licenceIssuer", "发证机关", 100),
                            FormField.day("licenceValidFrom", "有效期自"),
                            FormField.day("licenceValidTo", "有效期至"),
                            FormField.text("media", "充装介质", 100),
                            FormField.tick("suspended", "已停业或暂停充装"))),
            new Group(
                    "充装地址和设备",
                    List.of(
                            FormField.lines("fillingAddresses", "充装地址", MOST_ADDRESSES * LONGEST_ADDRESS)
                                    .hint("一行一个，最多 20 个"),
                            FormField.whole("connectors", "充装接头（个）", 4),
                            FormField.whole("scales", "充装秤（台）", 4).hint("应不少于充装接头"),
                            FormField.tick("reweighScale", "有复检秤"),
                            FormField.tick("automaticCutOff", "有超装自动切断"),
                            FormField.tick("vacuumAndResidueRecovery", "有抽真空和残液回收装置"),
                            FormField.tick("emergencyCutOff", "有紧急切断装置"),
                            FormField.tick("loadingArm", "有万向装卸臂"))),
            new Group(
                    "自有产权气瓶（只）",
                    Stream.of(CylinderSize.values())
                            .map(size -> FormField.whole(size.name(), size.getLabel(), 7))
                            .toList()),
            new Group(
                    "充装质量追溯",
                    List.of(
                            FormField.text("traceabilitySystem", "追溯信息系统", 100),
                            FormField.tick("traceabilityConnected", "已接入监管平台"),
                            FormField.day("lastUploadOn", "最近上传日期"))),
            new Group(
                    "其他许可和应急",
                    List.of(
                            FormField.text("fireAcceptance", "消防验收文号", 100),
                            FormField.text("gasLicenceNumber", "燃气经营许可证号", 60),
                            FormField.day("gasLicenceValidTo", "燃气经营许可证有效期至"),
                            FormField.day("emergencyPlanOn", "应急预案制定日期"),
                            FormField.day("lastDrillOn", "最近演练日期")))));

    private StationForm() {}

    static Map<String, String> content(StationDetails station) {
        Map<String, String> content = new LinkedHashMap<>();
        var licence = station.licence();
        content.put("licenceNumber", licence.licenceNumber());
        content.put("licenceIssuer", licence.licenceIssuer());
        content.put("licenceValidFrom", text(licence.licenceValidFrom()));
        content.put("licenceValidTo", text(licence.licenceValidTo()));
        content.put("media", licence.media());
        content.put("suspended", tick(licence.suspended()));
        content.put("fillingAddresses", String.join("\n", station.fillingAddresses()));
        var equipment = station.equipment();
        content.put("connectors", String.valueOf(equipment.connectors()));
        content.put("scales", String.valueOf(equipment.scales()));
        content.put("reweighScale", tick(equipment.reweighScale()));
        content.put("automaticCutOff", tick(equipment.automaticCutOff()));
        content.put("vacuumAndResidueRecovery", tick(equipment.vacuumAndResidueRecovery()));
        content.put("emergencyCutOff", tick(equipment.emergencyCutOff()));
        content.put("loadingArm", tick(equipment.loadingArm()));
        station.ownCylinders().forEach((size, quantity) -> content.put(size.name(), String.valueOf(quantity)));
        content.put("traceabilitySystem", station.traceability().traceabilitySystem());
        content.put("traceabilityConnected", tick(station.traceability().traceabilityConnected()));
        content.put("lastUploadOn", text(station.traceability().lastUploadOn()));
        var papers = station.papers();
        content.put("fireAcceptance", papers.fireAcceptance());
        content.put("gasLicenceNumber", papers.gasLicenceNumber());
        content.put("gasLicenceValidTo", text(papers.gasLicenceValidTo()));
        content.put("emergencyPlanOn", text(papers.emergencyPlanOn()));
        content.put("lastDrillOn", text(papers.lastDrillOn()));
        return content;
    }

    /** Checks what the fields alone can't tell. */
    static void check(Typed typed, LocalDate today) {
        EnterpriseForm.refuseFuture(typed, "lastUploadOn", today);
        EnterpriseForm.refuseFuture(typed, "lastDrillOn", today);
        EnterpriseForm.refuseFuture(typed, "emergencyPlanOn", today);
        if (!typed.text("licenceNumber").isEmpty()
                && typed.text("licenceValidTo").isEmpty()) {
            typed.reject("licenceValidTo", "填写了充装许可证号，请填写有效期至。");
        }
        if (typed.isFine()) {
            LocalDate from = typed.day("licenceValidFrom");
            LocalDate to = typed.day("licenceValidTo");
            if (from != null && to != null && to.isBefore(from)) {
                typed.reject("licenceValidTo", "有效期至不能早于有效期自。");
            }
        }
        List<String> addresses = addresses(typed);
        if (addresses.size() > MOST_ADDRESSES
                || addresses.stream().anyMatch(address -> address.length() > LONGEST_ADDRESS)) {
            typed.reject("fillingAddresses", "充装地址最多 20 个，每个不超过 200 个字。");
        }
    }

    static StationDetails details(Typed typed) {
        return new StationDetails(
                new StationDetails.Licence(
                        typed.text("licenceNumber"),
                        typed.text("licenceIssuer"),
                        typed.day("licenceValidFrom"),
                        typed.day("licenceValidTo"),
                        typed.text("media"),
                        typed.ticked("suspended")),
                new StationDetails.Equipment(
                        typed.whole("connectors"),
                        typed.whole("scales"),
                        typed.ticked("reweighScale"),
                        typed.ticked("automaticCutOff"),
                        typed.ticked("vacuumAndResidueRecovery"),
                        typed.ticked("emergencyCutOff"),
                        typed.ticked("loadingArm")),
                new StationDetails.Papers(
                        typed.text("fireAcceptance"),
                        typed.text("gasLicenceNumber"),
                        typed.day("gasLicenceValidTo"),
                        typed.day("emergencyPlanOn"),
                        typed.day("lastDrillOn")),
                new StationDetails.Traceability(
                        typed.text("traceabilitySystem"),
                        typed.ticked("traceabilityConnected"),
                        typed.day("lastUploadOn")),
                addresses(typed),
                cylinders(typed));
    }

    private static List<String> addresses(Typed typed) {
        return typed.text("fillingAddresses")
                .lines()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static Map<CylinderSize, Integer> cylinders(Typed typed) {
        Map<CylinderSize, Integer> cylinders = new EnumMap<>(CylinderSize.class);
        for (CylinderSize size : CylinderSize.values()) {
            if (typed.whole(size.name()) > 0) {
                cylinders.put(size, typed.whole(size.name()));
            }
        }
        return cylinders;
    }

    private static String tick(boolean ticked) {
        return ticked ? Typed.YES : "";
    }
}
