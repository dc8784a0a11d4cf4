package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.campaign.ReportMonth;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.register.RegisteredRoles;
import gassafety.reporting.Bridge;
import gassafety.reporting.Bridges;
import gassafety.reporting.Cut;
import gassafety.reporting.Memos;
import gassafety.returns.ReturnArchive.Base;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts and checks a return that is being filled in. */
@Component
@Transactional(readOnly = true)
class Preparation {

    private final Campaigns campaigns;
    private final Offices offices;
    private final ReturnArchive archive;
    private final Bridges bridges;
    private final Memos memos;
    private final RegisteredRoles registered;
    private final Boards boards;
    private final Today today;

    Preparation(
            Campaigns campaigns,
            Offices offices,
            ReturnArchive archive,
            Bridges bridges,
            Memos memos,
            RegisteredRoles registered,
            Boards boards,
            Today today) {
        this.campaigns = campaigns;
        this.offices = offices;
        this.archive = archive;
        this.bridges = bridges;
        this.memos = memos;
        this.registered = registered;
        this.boards = boards;
        this.today = today;
    }

    ReportMonth month(YearMonth month) {
        return campaigns.months().stream()
                .filter(known -> known.month().equals(month))
                .findFirst()
                .orElseThrow(gassafety.web.NotFound::new);
    }

    Base base(MonthlyReturn found) {
        return archive.base(office(found), found.month());
    }

    /** What would be handed in today with everything that is known up to a position. */
    Cut cut(MonthlyReturn found, long position) {
        LocalDate day = month(found.month()).statementDay(today.day());
        return new Cut(office(found), day, position);
    }

    Bridge bridge(MonthlyReturn found, Base base, Cut cut) {
        return bridges.between(base.cut(), cut);
    }

    /** What the checks find in it. */
    List<Remark> remarks(MonthlyReturn found, Bridge bridge) {
        Cut cut = bridge.to();
        long visits = memos.visits(cut);
        long served = memos.unitsWithDirective(cut);
        Map<Integer, Long> units = ReturnChecks.ROLES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        roles -> registered.count(cut.office().getPath(), roles.getValue())));
        return ReturnChecks.of(new Situation(
                bridge::steps,
                found.content(),
                visits,
                served,
                memos.directivesWithoutOrder(cut),
                memos.visitsOfOne(cut),
                memos.withoutEvidence(cut),
                found.isTop() ? boards.notHandedIn(cut.office(), month(found.month())) : List.of(),
                units,
                found.source().address()));
    }

    private Office office(MonthlyReturn found) {
        return offices.byId(found.getOfficeId()).orElseThrow();
    }
}
