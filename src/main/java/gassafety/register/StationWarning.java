package gassafety.register;

import gassafety.journal.LicenceState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is odd about a filling station on a day. Warnings never keep anyone from writing down what is so. */
enum StationWarning {
    UNLICENSED("没有充装许可证；无证充装的，应当取缔关停并立案", (station, day) -> station.licence().on(day) == LicenceState.UNLICENSED),
    LAPSED("充装许可证已到期", (station, day) -> station.licence().on(day) == LicenceState.LAPSED),
    LICENCE_NUMBER(
            "充装许可证号不是常见的 TS4…-年份 格式，请核对证书",
            (station, day) -> !station.licence().licenceNumber().isEmpty()
                    && !number(station).matches()),
    LICENCE_YEAR("充装许可证号末尾的年份与有效期至的年份不一致，请核对证书", (station, day) -> !yearAgrees(station)),
    FEWER_SCALES_THAN_CONNECTORS(
            "充装秤少于充装接头",
            (station, day) -> station.equipment().scales() < station.equipment().connectors()),
    NOT_CONNECTED(
            "充装质量追溯信息系统未接入监管平台",
            (station, day) ->
                    !station.licence().suspended() && !station.traceability().traceabilityConnected()),
    SILENT("已超过 3 天没有上传充装信息", (station, day) -> !station.licence().suspended() && isSilent(station, day)),
    GAS_LICENCE_LAPSED("燃气经营许可证已到期", (station, day) -> isBefore(station.papers().gasLicenceValidTo(), day));

    private static final int SILENT_DAYS = 3;

    private final String sentence;
    private final BiPredicate<StationDetails, LocalDate> holds;

    StationWarning(String sentence, BiPredicate<StationDetails, LocalDate> holds) {
        this.sentence = sentence;
        this.holds = holds;
    }

    String sentence() {
        return sentence;
    }

    static List<StationWarning> of(StationDetails station, LocalDate day) {
        return Arrays.stream(values())
                .filter(warning -> warning.holds.test(station, day))
                .toList();
    }

    private static final class Licence {
        static final Pattern NUMBER = Pattern.compile("TS4[0-9A-Z]+-(2[0-9]{3})");
    }

    private static Matcher number(StationDetails station) {
        return Licence.NUMBER.matcher(station.licence().licenceNumber());
    }

    private static boolean yearAgrees(StationDetails station) {
        Matcher number = number(station);
        LocalDate end = station.licence().licenceValidTo();
        return !number.matches() || end == null || Integer.parseInt(number.group(1)) == end.getYear();
    }

    private static boolean isSilent(StationDetails station, LocalDate day) {
        LocalDate last = station.traceability().lastUploadOn();
        return station.traceability().traceabilityConnected() && isBefore(last, day.minusDays(SILENT_DAYS));
    }

    private static boolean isBefore(@org.jspecify.annotations.Nullable LocalDate end, LocalDate day) {
        return end != null && end.isBefore(day);
    }
}
