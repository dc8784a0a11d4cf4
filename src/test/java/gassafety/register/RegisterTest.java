package gassafety.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.hazard.Finding;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.SourceRef;
import gassafety.journal.LicenceState;
import gassafety.journal.SourceKind;
import gassafety.office.Office;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class RegisterTest {

    private static final LocalDate DAY = LocalDate.of(2023, 9, 4);

    @Autowired
    Register register;

    @Autowired
    UnitFiles files;

    @Autowired
    HazardLedger hazards;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    @Test
    void aStationIsLicensedFromItsFirstToItsLastDay() {
        var bureau = world.bureau();
        Unit station = world.unit(bureau, EnterpriseRole.FILLING_STATION);
        assertThat(register.licenceOn(station.id(), DAY)).isEqualTo(LicenceState.UNLICENSED);

        files.describeStation(
                bureau.inspector(),
                DAY,
                station.id(),
                StationDetails.of(new StationDetails.Licence(
                        "TS4399001-2023",
                        "示例省市场监督管理局",
                        LocalDate.of(2019, 10, 1),
                        LocalDate.of(2023, 9, 30),
                        "液化石油气",
                        false)));
        assertThat(register.licenceOn(station.id(), LocalDate.of(2019, 9, 30))).isEqualTo(LicenceState.UNLICENSED);
        assertThat(register.licenceOn(station.id(), LocalDate.of(2019, 10, 1))).isEqualTo(LicenceState.LICENSED);
        assertThat(register.licenceOn(station.id(), LocalDate.of(2023, 9, 30))).isEqualTo(LicenceState.LICENSED);
        assertThat(register.licenceOn(station.id(), LocalDate.of(2023, 10, 1))).isEqualTo(LicenceState.LAPSED);
    }

    @Test
    void theSameCreditCodeIsRefusedWithTheOfficeThatHasIt() {
        var bureau = world.bureau();
        Unit unit = world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);
        var elsewhere = world.bureau();

        assertThatThrownBy(() -> register.register(
                        elsewhere.inspector(),
                        DAY,
                        elsewhere.fieldOffice(),
                        "示例另一家",
                        unit.creditCode(),
                        "",
                        "",
                        Set.of(EnterpriseRole.APPLIANCE_SELLER)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(bureau.fieldOffice().getName())
                .hasMessageNotContaining(unit.name());
    }

    @Test
    void onlyThePlaceWithoutALicenceMayLackACreditCode() {
        var bureau = world.bureau();
        assertThatThrownBy(() -> register.register(
                        bureau.inspector(),
                        DAY,
                        bureau.fieldOffice(),
                        "示例无码",
                        "",
                        "",
                        "",
                        Set.of(EnterpriseRole.FILLING_STATION)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void unitsAreRegisteredByThoseInChargeOfTheArea() {
        var bureau = world.bureau();
        Office next = world.fieldOffice(bureau.county());
        var code = world.creditCode();
        assertThatThrownBy(() -> register.register(
                        bureau.inspector(), DAY, next, "示例越界", code, "", "", Set.of(EnterpriseRole.LPG_OPERATOR)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> register.register(
                        bureau.leader(),
                        DAY,
                        bureau.fieldOffice(),
                        "示例越权",
                        code,
                        "",
                        "",
                        Set.of(EnterpriseRole.LPG_OPERATOR)))
                .isInstanceOf(Forbidden.class);
        assertThat(register.register(
                                bureau.countySection(),
                                DAY,
                                next,
                                "示例有权",
                                code,
                                "",
                                "",
                                Set.of(EnterpriseRole.LPG_OPERATOR))
                        .chargeOfficeId())
                .isEqualTo(next.getId());
    }

    @Test
    void aUnitHandedOverIsReadByItsNewOfficeAndStillByTheOneThatRegisteredIt() {
        var bureau = world.bureau();
        Unit unit = world.unit(bureau, EnterpriseRole.PIPELINE_USER);
        Office next = world.fieldOffice(bureau.county());
        var newcomer = world.inspector(next);
        assertThatThrownBy(() -> register.require(unit.id(), newcomer.scope())).isInstanceOf(NotFound.class);

        register.reassign(bureau.countySection(), DAY, unit.id(), next, "辖区调整");

        assertThat(register.require(unit.id(), newcomer.scope()).chargePath()).isEqualTo(next.getPath());
        assertThat(register.require(unit.id(), bureau.inspector().scope()).chargeOfficeId())
                .isEqualTo(next.getId());
        assertThatThrownBy(() -> register.reassign(bureau.inspector(), DAY, unit.id(), next, "不应由检查员变更"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whatOtherRoomsKeepAboutAUnitFollowsItToItsNewOffice() {
        var bureau = world.bureau();
        Unit unit = world.licensedStation(bureau);
        HazardSummary hazard = transaction.execute(status -> hazards.raise(finding(bureau, unit)));
        Office next = world.fieldOffice(world.county(bureau.city()));
        var newcomer = world.inspector(next);
        assertThatThrownBy(() -> hazards.require(hazard.id(), newcomer.scope())).isInstanceOf(NotFound.class);

        register.reassign(bureau.campaignOffice(), DAY, unit.id(), next, "迁址");

        assertThat(hazards.require(hazard.id(), newcomer.scope()).id()).isEqualTo(hazard.id());
        assertThat(hazards.require(hazard.id(), bureau.chief().scope()).id()).isEqualTo(hazard.id());
    }

    private static Finding finding(World.Bureau bureau, Unit unit) {
        return new Finding(
                new SourceRef(SourceKind.INSPECTION, unit.id(), 1),
                unit,
                DAY,
                "TS",
                "ANNEX2",
                "附件2",
                "23",
                "设备",
                "紧急切断系统",
                "紧急切断失效",
                false,
                false,
                DAY.plusDays(15),
                "演示员甲（主要负责人）",
                "停止充装",
                List.of(bureau.inspector(), bureau.secondInspector()));
    }

    @Test
    void thoseWhoCanBeMadeResponsibleAreNamedWithTheirDuty() {
        var bureau = world.bureau();
        Unit unit = world.unit(bureau, EnterpriseRole.FILLING_STATION);
        long filler = files.appoint(bureau.inspector(), DAY, unit.id(), Sample.filler("演示员乙", "P-0001", DAY));
        assertThat(register.responsiblePeople(unit.id())).containsExactly("演示员甲（主要负责人）", "演示员乙（充装人员）");

        files.dismiss(bureau.inspector(), DAY, unit.id(), filler);
        assertThat(register.responsiblePeople(unit.id())).containsExactly("演示员甲（主要负责人）");
    }

    @Test
    void anEnterpriseReadsItselfOnly() {
        var bureau = world.bureau();
        Unit own = world.licensedStation(bureau);
        Unit other = world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);
        var user = world.enterpriseUser(bureau.fieldOffice(), own.id());
        assertThat(register.require(own.id(), user.scope()).name()).isEqualTo(own.name());
        assertThatThrownBy(() -> register.require(other.id(), user.scope())).isInstanceOf(NotFound.class);
    }
}
