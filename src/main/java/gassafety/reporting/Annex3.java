package gassafety.reporting;

import static gassafety.journal.Act.*;
import static gassafety.journal.LicenceState.LAPSED;
import static gassafety.journal.LicenceState.LICENSED;
import static gassafety.journal.LicenceState.UNLICENSED;
import static gassafety.register.EnterpriseRole.*;
import static gassafety.reporting.Rule.reads;

import gassafety.forms.FormFile;
import gassafety.journal.Act;
import gassafety.register.EnterpriseRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * The 41 lines of Annex 3, in the printed order: what is counted, how, and in which reading. Items and units come from
 * {@code forms/annex3-statistics.csv}; a line reads columns of the journal and nothing else.
 */
public final class Annex3 {

    /** Which reading of the notice the rules are; the superior office's explanations will bring another. */
    public static final String EDITION = "本系统口径 2023 年第 1 版";

    private static final List<Act> ENDED = List.of(INSPECTED, INSPECTION_TERMINATED);
    private static final String UNSIGNED = "尚未签字";
    private static final String TERMINATED = "检查已终止";
    private static final String RECEIVED = "收到的文件由印发机关计数";
    private static final String SIGNED = "签字完成（含拒签、不在场）的监督检查，按检查当日计；";
    private static final String ONCE = "同一单位检查多次或被县、市两级检查只计一家";

    private static final List<Rule> RULES = List.of(
            // 监管执法情况
            reads("公开曝光的案件，按首次曝光日计；同一案件在几家媒体曝光只计一起。").subjects(CASE_EXPOSED),
            reads("按标准列为重大的案件（法制审核或集体讨论、达到听证范围、吊销、移送、挂牌督办），按批准列为重大之日计。")
                    .asWeReadIt()
                    .subjects(CASE_DESIGNATED_MAJOR),
            reads("受到处罚、限制从业、吊销证书或被公安机关拘留的自然人，按决定日计；个体工商户作为单位受罚的不计入本项。")
                    .asWeReadIt()
                    .subjects(PERSON_PENALISED),
            reads("检查人员数乘以检查次数：签字完成且使用检查表的一次检查，每名持证检查人员计一人次；" + "专家不计，未使用检查表的复查和回头看不计。")
                    .sum(VISIT_MADE)
                    .butNot(Entries.of(INSPECTION_STARTED), ENDED, UNSIGNED)
                    .butNot(Entries.of(INSPECTION_TERMINATED), TERMINATED)
                    .butNot(Entries.of(INSPECTED), List.of(VISIT_MADE), "同一次检查的人次已按另一张检查表计入"),
            inspected(SIGNED + "含充装单位（通知三（一）1），" + ONCE + "。", FILLING_STATION, LPG_OPERATOR),
            inspected(SIGNED + ONCE + "。", CYLINDER_MAKER),
            inspected(
                            SIGNED + "检查当日有充装许可或许可到期的充装单位，" + ONCE + "，有几个充装地址也只计一家；无证充装点计入第5项。",
                            Entries.of(INSPECTED).inRole(FILLING_STATION).licensed(LICENSED, LAPSED))
                    .butNot(Entries.of(INSPECTED).inRole(FILLING_STATION).licensed(UNLICENSED), "检查当日无证，只计入第5项"),
            inspected(SIGNED + ONCE + "。", CYLINDER_INSPECTION_BODY),
            reads("监督抽查的燃气器具，由下达任务的科室计数，按抽样日计；复检、委托送检和液化石油气抽样不计。").count(APPLIANCE_SAMPLED),
            inspected(SIGNED + ONCE + "；企业自查不是检查。", APPLIANCE_PRODUCER),
            inspected(SIGNED + ONCE + "；在本地登记的网店计入，电商平台只在自营销售时计入。", APPLIANCE_SELLER)
                    .butNot(Entries.of(INSPECTED).inRole(ECOMMERCE_PLATFORM), "按电商平台检查，不是自营销售"),
            inspected(SIGNED + ONCE + "；充装单位只在同时登记为使用单位时计入。", PIPELINE_USER)
                    .butNot(
                            Entries.of(INSPECTED).inRole(PIPELINE_INSTALLER, PIPELINE_COMPONENT_MAKER),
                            "按安装或元件制造单位检查，不是使用单位"),
            inspected(SIGNED + ONCE + "；可以与第8项是同一单位。", PIPELINE_INSPECTION_BODY),
            reads("已经进行的约谈，同一单位只计一家；约谈本系统下属机关不计。").enterprises(INTERVIEWED),
            reads("普通程序案件，按批准立案之日计；当场处罚不计，移交或接办的案件只计一件，误立的撤销。")
                    .count(CASE_FILED)
                    .butNot(Entries.of(CASE_DRAFTED), List.of(CASE_FILED, CASE_NOT_FILED, CASE_VOIDED), "立案尚未批准")
                    .butNot(Entries.of(CASE_NOT_FILED), "决定不予立案"),
            reads("已送达的责令改正：责令改正通知书、监察指令书或处罚决定中的责令改正；同一单位只计一家，单位自行改正不计。").enterprises(CORRECTION_ORDERED),
            reads("决定没收的产品，按清单的计量件数累加（软管按根）；扣押、查封不计，燃气按重量另记。").sum(GOODS_CONFISCATED),
            reads("决定停产停业的单位和取缔、关停的无证单位，同一单位只计一家；责令停用设备、停止充装的指令书不计。")
                    .asWeReadIt()
                    .enterprises(SUSPENSION_ORDERED, UNLICENSED_SHUT_DOWN),
            reads("已签发的监察指令书，按文号计份；撤回的不计。")
                    .count(DIRECTIVE_ISSUED)
                    .butNot(Entries.of(DIRECTIVE_DRAFTED), List.of(DIRECTIVE_ISSUED, DIRECTIVE_WITHDRAWN), "尚未签发"),
            reads("认证机构根据我局线索通知暂停或撤销的证书，先暂停后撤销只计一张。").subjects(CCC_CERTIFICATE_SUSPENDED, CCC_CERTIFICATE_REVOKED),
            reads("发证机关决定吊销充装、检验、生产许可的单位，由提出建议的机关计数，按决定日计。").enterprises(UNIT_LICENCE_REVOKED),
            reads("发证机关决定吊销的人员证书，由提出建议的机关计数，按决定日计；原表单位印作“家”，本系统按人计。")
                    .asWeReadIt()
                    .subjects(PERSON_CERTIFICATE_REVOKED),
            reads("决定的罚款（含当场处罚）与没收违法所得，按元累加后折算一次；加处罚款、物品价值、退还费用不计，复议诉讼撤销的核减。")
                    .sum(FINE_DECIDED, GAINS_CONFISCATED)
                    .butNot(Entries.of(CASE_DECISION_PROPOSED), List.of(CASE_DECIDED, CASE_VOIDED), "处罚决定尚未批准"),
            reads("公安机关出具回执的移送案件，按回执日计；公安机关不予立案的不核减。").subjects(TRANSFER_RECEIVED),
            reads("决定列入严重违法失信名单的单位，按决定日计；移出后不核减。").enterprises(LISTED_AS_DISHONEST),
            reads("印发的执法指引、指导案例等，每个计一次。").count(ENFORCEMENT_GUIDE_ISSUED),
            // 制度机制建设情况
            reads("县级以上市场监管局成立的工作专班，同一机关只计一个。").offices(TASK_FORCE_FOUNDED),
            reads("印发的制度文件；同一文件只在第28项或第30项计一次。")
                    .count(SYSTEM_DOCUMENT_ISSUED)
                    .butNot(Entries.of(OTHER_DOCUMENT_ISSUED), "不是制度文件")
                    .butNot(Entries.of(DOCUMENT_RECEIVED), RECEIVED),
            // 压紧压实责任情况
            reads("只有总局印发此类文件，地方填0。").count(NATIONAL_GUIDANCE_ISSUED).butNot(Entries.of(DOCUMENT_RECEIVED), RECEIVED),
            reads("省、市两级印发的指导性文件，由印发机关计数；县级文件计入第28项。")
                    .count(LOCAL_GUIDANCE_ISSUED)
                    .butNot(Entries.of(DOCUMENT_RECEIVED), RECEIVED),
            // 加强行业自律情况
            reads("行业协会发布的倡议、公约、承诺，须附文件。").count(ASSOCIATION_PLEDGED),
            // 宣传教育情况
            trained(SUPERVISOR_TRAINED, SUPERVISORS_TRAINED_BY_HEAD_COUNT, ""),
            trained(CYLINDER_STAFF_TRAINED, CYLINDER_STAFF_TRAINED_BY_HEAD_COUNT, "一人兼两职只计一名；"),
            trained(APPLIANCE_STAFF_TRAINED, APPLIANCE_STAFF_TRAINED_BY_HEAD_COUNT, "可以与第33项是同一人；"),
            reads("发放的培训材料，按份数累加。").sum(TRAINING_MATERIAL_HANDED_OUT),
            reads("举办的专题培训班，按最后一天计；连续几天的一个班计一个。").count(TRAINING_CLASS_HELD),
            reads("每篇稿件在每个平台发布计一篇次；自己转载的不计。")
                    .count(MEDIA_REPORT_PUBLISHED)
                    .butNot(Entries.of(MEDIA_REPORT_REPOSTED), "自己转载的不计"),
            reads("开展的重点宣传活动，每次活动计一次。").count(PUBLICITY_EVENT_HELD),
            reads("制作的宣传产品，按设计件数而不是印数计，按发布日计。").count(PUBLICITY_PRODUCT_RELEASED),
            reads("宣传活动覆盖人数的估计值，累加；每个估计须写明依据。").sum(AUDIENCE_REACHED),
            reads("第37、39项每篇（件）在截止日前最后一次浏览量读数之和，读数不累加。").latest(VIEWS_READ));

    private static final List<Line> LINES = lines(FormFile.rows("annex3-statistics.csv"));

    private Annex3() {}

    public static List<Line> lines() {
        return LINES;
    }

    /** The line of this number, if there is one. */
    public static Optional<Line> line(int number) {
        return number < 1 || number > LINES.size() ? Optional.empty() : Optional.of(LINES.get(number - 1));
    }

    private static Rule inspected(String reading, EnterpriseRole... roles) {
        return inspected(reading, Entries.of(INSPECTED).inRole(roles));
    }

    /** Units inspected, and beside them those that were visited in these roles without a signed list. */
    private static Rule inspected(String reading, Entries counted) {
        EnterpriseRole[] roles = counted.roles().toArray(EnterpriseRole[]::new);
        return reads(reading)
                .enterprises(counted)
                .butNot(Entries.of(INSPECTION_STARTED).inRole(roles), ENDED, UNSIGNED)
                .butNot(Entries.of(INSPECTION_TERMINATED).inRole(roles), TERMINATED);
    }

    private static Rule trained(Act person, Act headCount, String remark) {
        return reads("有名单的培训按人去重（身份证号，没有的按姓名和单位）；" + remark + "只有人数的培训按人数累加，不能去重。")
                .asWeReadIt()
                .subjects(person)
                .sum(headCount);
    }

    private static List<Line> lines(List<CSVRecord> printed) {
        if (printed.size() != RULES.size()) {
            throw new IllegalStateException("every printed line needs exactly one rule");
        }
        return IntStream.range(0, RULES.size())
                .mapToObj(at -> RULES.get(at).on(printed.get(at)))
                .toList();
    }
}
