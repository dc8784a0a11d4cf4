package gassafety.demo;

import gassafety.calendar.Today;
import gassafety.demo.DemoOffices.County;
import gassafety.demo.DemoOffices.FieldOffice;
import gassafety.demo.DemoOffices.People;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.outreach.Choice;
import gassafety.outreach.Draft;
import gassafety.outreach.NameList;
import gassafety.outreach.Outreach;
import gassafety.outreach.Outreach.Evidence;
import gassafety.outreach.Outreach.Row;
import gassafety.outreach.Outreach.Sending;
import gassafety.outreach.OutreachKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Training, publicity and documents of the demonstration: of the city, its counties and some of their 所. */
@Component
class DemoOutreach {

    private static final int WITHOUT_EVIDENCE = 7;
    private static final String NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    /** What a return that was handed in counts has its evidence. */
    private static final LocalDate LAST_CUT_OFF = LocalDate.of(2023, 10, 15);

    private static final List<Evidence> PHOTO = List.of(new Evidence("现场照片.png", photo()));

    private final Outreach outreach;
    private final NameList names;
    private final Callers callers;
    private final Today today;
    private int entered;

    DemoOutreach(Outreach outreach, NameList names, Callers callers, Today today) {
        this.outreach = outreach;
        this.names = names;
        this.callers = callers;
        this.today = today;
    }

    void plan(People people, Timetable timetable) {
        city(callers.byUsername("general").orElseThrow(), timetable);
        int number = 0;
        for (County county : people.counties()) {
            number++;
            Caller reporter = callers.byUsername(county.office().getCode()).orElseThrow();
            county(county.office().getShortName(), reporter, number, timetable);
            for (FieldOffice office : county.fieldOffices().subList(0, 2)) {
                fieldOffice(office.office().getShortName(), office.chief(), number, timetable);
            }
        }
    }

    private void city(Caller general, Timetable timetable) {
        at(timetable, general, 9, 5, document(Choice.FROM_NATION, "燃气安全专项整治工作通知", "示例总局发〔2023〕70号"));
        at(timetable, general, 9, 8, of(OutreachKind.TASK_FORCE, "云岫市局燃气安全专项整治工作专班"));
        at(timetable, general, 9, 11, issued(Choice.SYSTEM, "燃气安全专项整治行动实施方案", "云市监发〔2023〕31号"));
        at(timetable, general, 9, 20, issued(Choice.GUIDANCE, "关于压实燃气安全监管责任的指导意见", "云市监发〔2023〕34号"));
        at(timetable, general, 10, 12, issued(Choice.GUIDE, "气瓶充装执法指引", "云市监办〔2023〕52号"));
        at(timetable, general, 10, 30, issued(Choice.GUIDE, "燃气器具指导案例（第一批）", "云市监办〔2023〕57号"));
        at(timetable, general, 11, 6, issued(Choice.SYSTEM, "燃气安全隐患抄告制度", "云市监发〔2023〕41号"));
        at(
                timetable,
                general,
                9,
                28,
                of(OutreachKind.PLEDGE, "规范经营、安全用气倡议书").party("云岫市示例燃气协会").choice(Choice.INITIATIVE));
        timetable.add(
                moment(timetable, 9, 15), () -> enter(general, trained(Choice.SUPERVISORS, "专项整治业务培训", 64, true)));
        timetable.add(
                moment(timetable, 10, 25), () -> enter(general, trained(Choice.SUPERVISORS, "检查表使用培训", 40, true)));
        at(
                timetable,
                general,
                9,
                15,
                of(OutreachKind.TRAINING_CLASS, "全市监管人员专题培训班").since(LocalDate.of(2023, 9, 14)));
        at(timetable, general, 9, 15, of(OutreachKind.HAND_OUT, "检查工作手册").quantity(120, ""));
        at(timetable, general, 9, 22, media("云岫市启动燃气安全专项整治", "示例电视台", Choice.BROADCAST));
        at(timetable, general, 10, 20, media("家用燃气安全十问", "示例日报", Choice.PRESS));
        at(
                timetable,
                general,
                10,
                23,
                media("家用燃气安全十问", "本局公众号转载", Choice.ONLINE).reposted());
        viewed(timetable, general, 9, 25, of(OutreachKind.PRODUCT, "安全用气短视频").choice(Choice.VIDEO), 8_600);
        viewed(timetable, general, 10, 20, media("家用燃气安全十问", "示例云岫发布", Choice.ONLINE), 3_150);
        at(timetable, general, 10, 16, of(OutreachKind.PRODUCT, "燃气灶熄火保护图解").choice(Choice.INFOGRAPHIC));
    }

    private void county(String name, Caller reporter, int number, Timetable timetable) {
        at(timetable, reporter, 9, 11 + number % 3, of(OutreachKind.TASK_FORCE, name + "燃气安全专项整治工作专班"));
        at(timetable, reporter, 9, 18, issued(Choice.SYSTEM, name + "燃气安全专项整治工作方案", "示例〔2023〕" + (20 + number) + "号"));
        timetable.add(
                moment(timetable, 9, 19 + number),
                () -> enter(reporter, trained(Choice.CYLINDER_STAFF, "气瓶充装安全管理培训", 14 + 2 * number, false)));
        at(timetable, reporter, 9, 19 + number, of(OutreachKind.TRAINING_CLASS, name + "气瓶充装人员培训班"));
        at(
                timetable,
                reporter,
                10,
                11 + number,
                of(OutreachKind.TRAINING, "燃气器具销售单位培训")
                        .choice(Choice.APPLIANCE_STAFF)
                        .quantity(30 + 4L * number, ""));
        at(
                timetable,
                reporter,
                10,
                11 + number,
                of(OutreachKind.HAND_OUT, "燃气器具进货查验明白纸").quantity(200 + 20L * number, ""));
        viewed(
                timetable,
                reporter,
                10,
                8 + number,
                media(name + "开展充装单位专项检查", "示例" + name + "融媒", Choice.ONLINE),
                400L * number);
        at(timetable, reporter, 11, 1 + number, media(name + "查处无熄火保护灶具", "示例广播", Choice.BROADCAST));
        if (number == 1) {
            timetable.add(moment(timetable, 11, 9), () -> {
                long twice = enter(reporter, media(name + "查处无熄火保护灶具", "示例广播电台", Choice.BROADCAST));
                outreach.voidRecord(twice, reporter, "与“示例广播”是同一平台，重复登记");
            });
        }
    }

    private void fieldOffice(String name, Caller chief, int number, Timetable timetable) {
        at(
                timetable,
                chief,
                10,
                16 + number,
                of(OutreachKind.EVENT, name + "安全用气进社区").party("示例社区广场").quantity(150 + 30L * number, "按发放折页份数估计"));
        at(
                timetable,
                chief,
                10,
                16 + number,
                of(OutreachKind.HAND_OUT, "安全用气折页").quantity(150 + 30L * number, ""));
        at(timetable, chief, 11, 6 + number % 4, of(OutreachKind.EVENT, name + "餐饮单位集中宣讲"));
    }

    /** Read a month after it came out and again at the last cut-off but one. */
    private void viewed(Timetable timetable, Caller by, int month, int day, Draft item, long views) {
        timetable.add(moment(timetable, month, day), () -> {
            long id = enter(by, item);
            for (LocalDate read : List.of(LocalDate.of(2023, 10, 26), LocalDate.of(2023, 11, 13))) {
                timetable.add(
                        read.atTime(16, 30),
                        () -> enter(
                                by,
                                of(OutreachKind.VIEWS, item.title())
                                        .of(id)
                                        .quantity(read.getMonthValue() == 10 ? views / 2 : views, "")));
            }
        });
    }

    private void at(Timetable timetable, Caller by, int month, int day, Draft draft) {
        timetable.add(moment(timetable, month, day), () -> enter(by, draft));
    }

    private static LocalDateTime moment(Timetable timetable, int month, int day) {
        return timetable.workingDay(LocalDate.of(2023, month, day)).atTime(16, 20);
    }

    private long enter(Caller by, Draft draft) {
        Sending sending = new Sending(by, "demonstration-" + ++entered, "demonstration");
        boolean bare = draft.kind() != OutreachKind.PLEDGE
                && entered % WITHOUT_EVIDENCE == 0
                && today.day().isAfter(LAST_CUT_OFF);
        return outreach.enter(sending, List.of(new Row("", draft.on(today.day()), bare ? List.of() : PHOTO)))
                .ids()
                .get(0);
    }

    /** The day is that of the event which enters it. */
    private static Draft of(OutreachKind kind, String title) {
        return Draft.of(kind, LocalDate.EPOCH, title);
    }

    private static Draft issued(Choice choice, String title, String number) {
        return of(OutreachKind.DOCUMENT_ISSUED, title).number(number).choice(choice);
    }

    private static Draft document(Choice choice, String title, String number) {
        return of(OutreachKind.DOCUMENT_RECEIVED, title).number(number).choice(choice);
    }

    private static Draft media(String title, String outlet, Choice choice) {
        return of(OutreachKind.MEDIA, title).party(outlet).choice(choice);
    }

    /** The first so many of the same people, who therefore count once however often they come. */
    private Draft trained(Choice choice, String title, int people, boolean numbered) {
        String list = IntStream.range(0, people)
                .mapToObj(n -> "演示学员" + NAMES.charAt(n / NAMES.length()) + NAMES.charAt(n % NAMES.length()) + " 示例单位"
                        + (1 + n % 12) + (numbered ? " " + idNumber(n) : ""))
                .collect(Collectors.joining("\n"));
        return of(OutreachKind.TRAINING, title)
                .choice(choice)
                .people(names.read(list, List.of()).people());
    }

    /** A number of the region 999, which does not exist, with the check digit of GB 11643. */
    private static String idNumber(int n) {
        String first = "999000" + (1970 + n % 30) + "%02d%02d%03d".formatted(1 + n % 12, 1 + n % 28, n);
        int sum = 0;
        for (int at = 0; at < first.length(); at++) {
            sum += (first.charAt(at) - '0') * ((1 << (17 - at)) % 11);
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    private static byte[] photo() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
