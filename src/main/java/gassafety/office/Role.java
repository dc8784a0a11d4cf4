package gassafety.office;

/** What a person may do; one person may hold several where the law does not want two. */
public enum Role {
    INSPECTOR("检查员"),
    FIELD_OFFICE_HEAD("所长"),
    /** 县局特设股: registers units, determines 重大隐患 and reports them up. */
    COUNTY_SPECIAL_SECTION("县局特设股"),
    COUNTY_ENFORCEMENT("县局执法股"),
    LEGAL_REVIEWER("法制审核员"),
    HEAD("县局负责人"),
    REPORTER("填报人"),
    /** 特设科 as the campaign office (专班办公室). */
    CAMPAIGN_OFFICE("专班办公室"),
    DEPARTMENT("市局科室"),
    LEADER("局领导"),
    ENTERPRISE("企业用户"),
    ADMINISTRATOR("系统管理员"),
    AUDITOR("审计管理员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
