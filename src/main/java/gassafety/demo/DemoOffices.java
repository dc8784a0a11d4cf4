package gassafety.demo;

import gassafety.office.Caller;
import gassafety.office.Certificate;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.Role;
import gassafety.office.Staffing;
import gassafety.register.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 云岫市 with its departments, five counties, 24 所/队, and the people with the accounts of the contract. */
@Component
class DemoOffices {

    /** Inspectors of the whole city; two to each 所 and the rest spread over the counties. */
    private static final int INSPECTORS = 96;

    private static final String NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    private static final Map<String, List<String>> FIELD_OFFICES = fieldOffices();

    private final Staffing staffing;
    private final Offices offices;
    private int people;
    private int inspectors;

    DemoOffices(Staffing staffing, Offices offices) {
        this.staffing = staffing;
        this.offices = offices;
    }

    /** Everyone who works in the demonstration, and where. */
    record People(List<County> counties, List<Caller> cityInspectors) {

        County county(String code) {
            return counties.stream()
                    .filter(county -> county.office().getCode().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    record County(
            Office office,
            Caller head,
            Caller section,
            Caller caseHandler,
            Caller reviewer,
            Caller campaignOffice,
            List<FieldOffice> fieldOffices) {}

    record FieldOffice(Office office, Caller chief, List<Caller> inspectors) {}

    @Transactional
    People found() {
        Office city = staffing.found("city", "云岫市市场监督管理局", "云岫市", "YX", OfficeKind.MUNICIPAL_BUREAU, null);
        Map<String, Office> sections = new LinkedHashMap<>();
        section(sections, city, "special", "特设科");
        section(sections, city, "quality", "质量科");
        section(sections, city, "price", "双反与价格监管科");
        section(sections, city, "enforcement", "执法稽查科");
        section(sections, city, "credit", "信用监管科");
        section(sections, city, "online", "网监科");
        section(sections, city, "certification", "认证科");
        section(sections, city, "general", "综合办公室");
        hire("admin", city, Role.ADMINISTRATOR);
        hire("admin2", city, Role.ADMINISTRATOR);
        hire("auditor", city, Role.AUDITOR);
        hire("leader", city, Role.LEADER);
        Caller campaignOffice = hire("special", at(sections, "special"), Role.CAMPAIGN_OFFICE);
        hire("special2", at(sections, "special"), Role.CAMPAIGN_OFFICE);
        for (String department :
                List.of("quality", "price", "enforcement", "credit", "online", "certification", "general")) {
            hire(department, at(sections, department), Role.DEPARTMENT);
        }
        List<County> counties = new ArrayList<>();
        counties.add(county(city, campaignOffice, "beiling", "北岭县", "BL"));
        counties.add(county(city, campaignOffice, "qihe", "栖禾县", "QH"));
        counties.add(county(city, campaignOffice, "linxi", "临汐区", "LX"));
        counties.add(county(city, campaignOffice, "shilu", "石麓县", "SL"));
        counties.add(county(city, campaignOffice, "jingkai", "经开区", "JK"));
        Office special = at(sections, "special");
        return new People(counties, List.of(inspector("special-1", special), inspector("special-2", special)));
    }

    private County county(Office city, Caller campaignOffice, String code, String name, String initials) {
        String bureau = name + (name.equals("经开区") ? "市场监督管理分局" : "市场监督管理局");
        Office office = staffing.found(code, bureau, name, initials, OfficeKind.COUNTY_BUREAU, city);
        Office special =
                staffing.found(code + "-special", bureau + "特设股", name + "特设股", initials, OfficeKind.SECTION, office);
        Office enforcement = staffing.found(
                code + "-enforcement", bureau + "执法股", name + "执法股", initials, OfficeKind.SECTION, office);
        Caller head = hire(code + "head", office, Role.HEAD);
        hire(code, office, Role.REPORTER);
        Caller section = hire(code + "special", special, Role.COUNTY_SPECIAL_SECTION);
        Caller caseHandler = hire(code + "case", enforcement, Role.COUNTY_ENFORCEMENT);
        Caller reviewer = hire(code.equals("beiling") ? "legal" : code + "legal", enforcement, Role.LEGAL_REVIEWER);
        List<FieldOffice> fieldOffices = new ArrayList<>();
        for (String entry : FIELD_OFFICES.getOrDefault(code, List.of())) {
            String[] parts = entry.split(":");
            fieldOffices.add(fieldOffice(office, code + "-" + parts[0], parts[1], initials));
        }
        return new County(office, head, section, caseHandler, reviewer, campaignOffice, fieldOffices);
    }

    private FieldOffice fieldOffice(Office county, String code, String name, String initials) {
        String full = county.getShortName() + name;
        Office office = staffing.found(code, full, name, initials, OfficeKind.FIELD_OFFICE, county);
        boolean known = code.equals("beiling-chengguan");
        Caller chief = hire(known ? "chief" : code + "-chief", office, Role.FIELD_OFFICE_HEAD);
        List<Caller> staff = new ArrayList<>();
        for (int n = 0; n < INSPECTORS / 24; n++) {
            staff.add(inspector(username(code, n), office));
        }
        return new FieldOffice(office, chief, staff);
    }

    private static String username(String code, int n) {
        if (code.equals("beiling-chengguan") && n < 2) {
            return n == 0 ? "inspector" : "inspector2";
        }
        if (code.equals("qihe-chengguan") && n == 0) {
            return "qiheinspector";
        }
        return code + "-" + (n + 1);
    }

    /** Gives a unit the enterprise account of this name. */
    @Transactional
    void enrol(String username, Unit unit) {
        Office charge = offices.byId(unit.chargeOfficeId()).orElseThrow();
        staffing.hireForDemonstration(username, name(), charge, Set.of(Role.ENTERPRISE), null, unit.id());
    }

    private Caller inspector(String username, Office office) {
        Certificate certificate =
                new Certificate("特种设备安全行政执法证件", "示例99%04d".formatted(++inspectors), LocalDate.of(2026, 12, 31));
        return staffing.hireForDemonstration(username, name(), office, Set.of(Role.INSPECTOR), certificate, null);
    }

    private Caller hire(String username, Office office, Role role) {
        return staffing.hireForDemonstration(username, name(), office, Set.of(role), null, null);
    }

    /** 演示员甲, 演示员乙, … 演示员甲甲, 演示员甲乙 …: nobody's name. */
    private String name() {
        int n = people++;
        String last = NAMES.substring(n % NAMES.length(), n % NAMES.length() + 1);
        int first = n / NAMES.length();
        return "演示员" + (first == 0 ? "" : NAMES.substring(first - 1, first)) + last;
    }

    private void section(Map<String, Office> sections, Office city, String code, String name) {
        sections.put(code, staffing.found(code, "云岫市市场监督管理局" + name, name, "YX", OfficeKind.SECTION, city));
    }

    private static Office at(Map<String, Office> sections, String code) {
        return java.util.Objects.requireNonNull(sections.get(code));
    }

    private static Map<String, List<String>> fieldOffices() {
        return Map.of(
                "beiling", List.of("chengguan:城关所", "nanpo:南坡所", "xishan:西山所", "heping:河坪所", "brigade:综合执法队"),
                "qihe", List.of("chengguan:城关所", "dongtian:东田所", "liushu:柳树所", "qiaotou:桥头所", "brigade:综合执法队"),
                "linxi", List.of("xincheng:新城所", "haibin:海滨所", "jiuzhen:旧镇所", "gangkou:港口所", "brigade:综合执法队"),
                "shilu", List.of("chengguan:城关所", "shiqiao:石桥所", "beigou:北沟所", "linchang:林场所", "brigade:综合执法队"),
                "jingkai", List.of("yuanqu:园区所", "donghu:东湖所", "wuliu:物流所", "brigade:综合执法队"));
    }
}
