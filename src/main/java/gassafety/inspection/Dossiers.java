package gassafety.inspection;

import gassafety.evidence.Photos;
import org.springframework.stereotype.Component;

/** Puts a sheet together with what stands beside it. */
@Component
class Dossiers {

    private final Photos photos;

    Dossiers(Photos photos) {
        this.photos = photos;
    }

    Dossier of(Sheet sheet) {
        return new Dossier(sheet, PhotosByItem.of(photos, sheet.inspection().getId()));
    }
}
