package gassafety.register;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.register.StationDetails.Equipment;
import gassafety.register.StationDetails.Licence;
import gassafety.register.StationDetails.Papers;
import gassafety.register.StationDetails.Traceability;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationWarningTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 15);

    @Test
    void aStationInOrderIsNotWarnedOf() {
        assertThat(warnings("TS4399001-2026", LocalDate.of(2026, 5, 1), 6, 6, DAY.minusDays(3), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-05-01, 6, 2023-11-15, UNLICENSED",
        "TS4399001-2023, 2023-11-14, 6, 2023-11-15, LAPSED",
        "鲁充0017号, 2026-05-01, 6, 2023-11-15, LICENCE_NUMBER",
        "TS4399001-2025, 2026-05-01, 6, 2023-11-15, LICENCE_YEAR",
        "TS4399001-2026, 2026-05-01, 5, 2023-11-15, FEWER_SCALES_THAN_CONNECTORS",
        "TS4399001-2026, 2026-05-01, 6, 2023-11-11, SILENT"
    })
    void eachOddThingIsWarnedOf(
            String number, LocalDate validTo, int scales, LocalDate lastUpload, StationWarning warning) {
        assertThat(warnings(number, validTo, 6, scales, lastUpload, false)).containsExactly(warning);
    }

    @Test
    void aSuspendedStationMayBeSilent() {
        assertThat(warnings("TS4399001-2026", LocalDate.of(2026, 5, 1), 6, 6, LocalDate.of(2023, 1, 1), true))
                .isEmpty();
    }

    private static List<StationWarning> warnings(
            String number, LocalDate validTo, int connectors, int scales, LocalDate lastUpload, boolean suspended) {
        StationDetails station = new StationDetails(
                new Licence(number, "", null, validTo, "", suspended),
                new Equipment(connectors, scales, true, true, true, true, true),
                new Papers("", "", null, null, null),
                new Traceability("示例追溯平台", true, lastUpload),
                List.of(),
                Map.of());
        return StationWarning.of(station, DAY);
    }
}
