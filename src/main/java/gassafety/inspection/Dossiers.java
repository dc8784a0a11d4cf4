package gassafety.inspection;

import gassafety.evidence.Photos;
import gassafety.office.Caller;
import gassafety.register.UnitPapers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts a sheet together with what stands beside it. */
@Component
class Dossiers {

    private final Photos photos;
    private final EarlierProblems earlier;
    private final SpotChecks spotChecks;
    private final UnitPapers papers;

    Dossiers(Photos photos, EarlierProblems earlier, SpotChecks spotChecks, UnitPapers papers) {
        this.photos = photos;
        this.earlier = earlier;
        this.spotChecks = spotChecks;
        this.papers = papers;
    }

    Dossier of(Sheet sheet, Caller caller) {
        Inspection inspection = sheet.inspection();
        return new Dossier(
                sheet,
                PhotosByItem.of(photos, inspection.getId()),
                earlier.of(inspection, caller),
                spotChecks.of(inspection),
                papers.expiring(inspection.getUnitId(), inspection.getVisitDay()));
    }

    /**
     * What stands in the way of signing each list of a visit. What is about the visit and not about an item is said once,
     * with the first list.
     */
    List<CheckedList> check(List<Sheet> lists, Caller caller) {
        List<CheckedList> checked = new ArrayList<>();
        Set<Obstacle> said = new HashSet<>();
        for (Sheet list : lists) {
            Dossier dossier = of(list, caller);
            List<Obstacle> obstacles = SigningRules.check(dossier).stream()
                    .filter(obstacle -> obstacle.position() != null || said.add(obstacle))
                    .toList();
            checked.add(new CheckedList(list, obstacles, dossier.earlier()));
        }
        return checked;
    }
}
