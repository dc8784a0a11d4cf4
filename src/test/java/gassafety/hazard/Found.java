package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.register.EnterpriseRole;
import gassafety.register.Register;
import gassafety.register.Unit;
import gassafety.support.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hazards as an inspection of a unit leaves them in the ledger. */
@TestComponent
class Found {

    private static final AtomicInteger NUMBER = new AtomicInteger(1_000);

    private final HazardLedger ledger;
    private final Register register;
    private final Today today;
    private final TransactionTemplate transaction;

    Found(HazardLedger ledger, Register register, Today today, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.register = register;
        this.today = today;
        transaction = new TransactionTemplate(transactions);
    }

    LocalDate today() {
        return today.day();
    }

    Unit unit(World.Bureau bureau) {
        int n = NUMBER.incrementAndGet();
        return register.register(
                bureau.inspector(),
                today.day(),
                bureau.fieldOffice(),
                "示例第" + n + "燃气充装站",
                CreditCodes.of(n),
                "示例路" + n + "号",
                "演示员",
                Set.of(EnterpriseRole.FILLING_STATION));
    }

    HazardSummary general(World.Bureau bureau) {
        return raise(aFinding(bureau, unit(bureau), false, false));
    }

    HazardSummary proposedMajor(World.Bureau bureau) {
        return raise(aFinding(bureau, unit(bureau), true, false));
    }

    HazardSummary onTheSpot(World.Bureau bureau) {
        return raise(aFinding(bureau, unit(bureau), false, true));
    }

    HazardSummary raise(Finding finding) {
        return transaction.execute(status -> ledger.raise(finding));
    }

    Finding aFinding(World.Bureau bureau, Unit unit, boolean proposedMajor, boolean onTheSpot) {
        LocalDate due = onTheSpot ? today.day() : today.day().plusDays(15);
        return finding(bureau, unit, proposedMajor, onTheSpot, today.day(), due);
    }

    Finding dated(World.Bureau bureau, Unit unit, LocalDate foundOn, LocalDate due) {
        return finding(bureau, unit, false, false, foundOn, due);
    }

    private static Finding finding(
            World.Bureau bureau,
            Unit unit,
            boolean proposedMajor,
            boolean onTheSpot,
            LocalDate foundOn,
            LocalDate due) {
        return new Finding(
                new SourceRef(SourceKind.INSPECTION, NUMBER.incrementAndGet(), 24),
                unit,
                foundOn,
                "TS",
                "ANNEX2",
                "燃气气瓶充装单位监督检查表",
                "23",
                "充装设备",
                "紧急切断系统是否有效",
                "紧急切断系统失效",
                proposedMajor,
                onTheSpot,
                due,
                "演示员丙（安全总监）",
                "停止充装，储罐根部阀关闭加锁",
                List.<Caller>of(bureau.inspector(), bureau.secondInspector()));
    }
}
