package gassafety.register;

import gassafety.web.Labelled;

/** The roles a regulated unit can have; the names are those of {@code enterprise_role} in the forms. */
public enum EnterpriseRole implements Labelled {
    FILLING_STATION("气瓶充装单位"),
    LPG_OPERATOR("液化石油气经营单位"),
    CYLINDER_MAKER("气瓶制造单位"),
    CYLINDER_INSPECTION_BODY("气瓶检验机构"),
    PIPELINE_COMPONENT_MAKER("压力管道元件制造单位"),
    PIPELINE_INSTALLER("压力管道安装单位"),
    PIPELINE_USER("压力管道使用单位"),
    PIPELINE_INSPECTION_BODY("压力管道检验机构"),
    APPLIANCE_PRODUCER("燃气器具生产单位"),
    APPLIANCE_SELLER("燃气器具销售单位"),
    ECOMMERCE_PLATFORM("电商平台"),
    INSTALLATION_CHARGER("燃气工程安装收费单位");

    private final String label;

    EnterpriseRole(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }
}
