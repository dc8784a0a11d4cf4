package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class HazardLedgerTest {

    @Autowired
    HazardLedger ledger;

    @Autowired
    Found found;

    @Autowired
    World world;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aFindingBecomesAHazardWithItsTermRunning() {
        World.Bureau bureau = world.bureau();
        Unit unit = found.unit(bureau);
        HazardSummary hazard = found.raise(found.aFinding(bureau, unit, true, false));

        assertThat(hazard.number()).matches("SX-TS-\\d{4}-\\d{4}");
        assertThat(hazard.state()).isEqualTo("整改中");
        assertThat(hazard.major()).as("only the county's section determines").isFalse();
        assertThat(ledger.openOf(unit.id(), bureau.chief().scope())).containsExactly(hazard);
        assertThat(ledger.require(hazard.id(), bureau.leader().scope())).isEqualTo(hazard);
    }

    @Test
    void whatIsPutRightOnTheSpotStandsAsSuch() {
        assertThat(found.onTheSpot(world.bureau()).state()).isEqualTo("立行立改");
    }

    @Test
    void numbersFollowEachOtherAndARolledBackSigningTakesNone() {
        World.Bureau bureau = world.bureau();
        int first = numberOf(found.general(bureau));
        Finding lost = found.aFinding(bureau, found.unit(bureau), false, false);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.raise(lost);
            status.setRollbackOnly();
        });
        assertThat(ledger.openOf(lost.unit().id(), bureau.chief().scope())).isEmpty();
        assertThat(numberOf(found.general(bureau))).isEqualTo(first + 1);
    }

    @Test
    void aHazardIsRaisedOnlyWithItsSource() {
        World.Bureau bureau = world.bureau();
        Finding finding = found.aFinding(bureau, found.unit(bureau), false, false);
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> ledger.raise(finding));
    }

    @Test
    void aLineOfARecordRaisesOneHazard() {
        World.Bureau bureau = world.bureau();
        Finding finding = found.aFinding(bureau, found.unit(bureau), false, false);
        HazardSummary raised = found.raise(finding);
        assertThatThrownBy(() -> found.raise(finding)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ledger.raisedBy(finding.source(), bureau.inspector().scope()))
                .containsExactly(raised);
    }

    @Test
    void othersDoNotFindIt() {
        World.Bureau bureau = world.bureau();
        HazardSummary hazard = found.general(bureau);
        World.Bureau elsewhere = world.bureau();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> ledger.require(hazard.id(), elsewhere.inspector().scope()));
        assertThat(ledger.openOf(hazard.enterpriseId(), elsewhere.leader().scope()))
                .isEmpty();
    }

    private static int numberOf(HazardSummary hazard) {
        return Integer.parseInt(hazard.number().substring(hazard.number().lastIndexOf('-') + 1));
    }
}
