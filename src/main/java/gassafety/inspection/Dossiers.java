package gassafety.inspection;

import gassafety.evidence.Photos;
import gassafety.office.Caller;
import gassafety.register.UnitPapers;
import org.springframework.stereotype.Component;

/** Puts a sheet together with what stands beside it. */
@Component
class Dossiers {

    private final Photos photos;
    private final EarlierProblems earlier;
    private final UnitPapers papers;

    Dossiers(Photos photos, EarlierProblems earlier, UnitPapers papers) {
        this.photos = photos;
        this.earlier = earlier;
        this.papers = papers;
    }

    Dossier of(Sheet sheet, Caller caller) {
        Inspection inspection = sheet.inspection();
        return new Dossier(
                sheet,
                PhotosByItem.of(photos, inspection.getId()),
                earlier.of(inspection, caller),
                papers.expiring(inspection.getUnitId(), inspection.getVisitDay()));
    }
}
