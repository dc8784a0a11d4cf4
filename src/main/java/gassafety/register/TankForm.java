package gassafety.register;

import static gassafety.register.EnterpriseForm.text;

import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.FormSheet.Group;
import gassafety.web.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form for a storage tank. */
final class TankForm {

    static final FormSheet SHEET = new FormSheet(List.of(new Group(
            "储罐",
            List.of(
                    FormField.text("registrationNumber", "使用登记证号", 60).needed(),
                    FormField.decimal("cubicMetres", "容积（立方米）", 6).needed(),
                    FormField.day("inspectionValidTo", "定期检验有效期至")))));

    private TankForm() {}

    static Map<String, String> content(TankDetails tank) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("registrationNumber", tank.registrationNumber());
        content.put("cubicMetres", tank.cubicMetres().stripTrailingZeros().toPlainString());
        content.put("inspectionValidTo", text(tank.inspectionValidTo()));
        return content;
    }

    /** Checks what the fields alone can't tell. */
    static void check(Typed typed) {
        if (typed.isFine() && typed.decimal("cubicMetres").signum() == 0) {
            typed.reject("cubicMetres", "容积应大于 0。");
        }
    }

    static TankDetails details(Typed typed) {
        return new TankDetails(
                typed.text("registrationNumber"), typed.decimal("cubicMetres"), typed.day("inspectionValidTo"));
    }
}
