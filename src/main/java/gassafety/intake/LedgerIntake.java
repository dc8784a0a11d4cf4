package gassafety.intake;

import gassafety.hazard.KeptHazards;
import gassafety.intake.LedgerCheck.Result;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import gassafety.web.SentFile;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a ledger over in one transaction: all of it, or nothing. */
@Service
class LedgerIntake {

    private final LedgerCheck check;
    private final KeptHazards hazards;
    private final Intakes intakes;

    LedgerIntake(LedgerCheck check, KeptHazards hazards, Intakes intakes) {
        this.check = check;
        this.hazards = hazards;
        this.intakes = intakes;
    }

    /**
     * What became of a file.
     *
     * @param again whether the same file had been taken over before, so that nothing was done now
     * @param done whether it is taken over
     */
    record Outcome(long id, boolean again, boolean done) {}

    /** Those who keep ledgers of hazards: the 所, the county's section, and the campaign office. */
    static boolean mayTake(Caller caller) {
        return caller.isAny(Role.FIELD_OFFICE_HEAD, Role.COUNTY_SPECIAL_SECTION, Role.CAMPAIGN_OFFICE);
    }

    static void requireTake(Caller caller) {
        if (!mayTake(caller)) {
            throw new Forbidden("台账由所长、县局特设股和特设科导入。");
        }
    }

    /**
     * @param leaveFaulty whether the lines without fault are taken over although others have some; else nothing is then
     * @throws Refusal when it is no workbook with the columns of a ledger
     */
    @Transactional
    Outcome take(String fileName, byte[] bytes, boolean leaveFaulty, Caller by) {
        requireTake(by);
        hazards.waitForOthers();
        String sha256 = DigestUtils.sha256Hex(bytes);
        Optional<Long> before = intakes.done(sha256, by);
        if (before.isPresent()) {
            return new Outcome(before.get(), true, true);
        }
        Result result = check.check(LedgerSheet.read(bytes), by);
        boolean done = result.faulty() == 0 || leaveFaulty && result.faulty() < result.lines();
        long id = intakes.write(SentFile.name(fileName, "未命名"), sha256, result, done, by);
        if (done) {
            hazards.keep(id, result.fresh(), by);
        }
        return new Outcome(id, false, done);
    }
}
