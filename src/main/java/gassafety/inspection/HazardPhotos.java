package gassafety.inspection;

import gassafety.desk.RecordSlot;
import gassafety.evidence.Photo;
import gassafety.evidence.Photos;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.SourceRef;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The photos of the inspection that found a hazard, of the line it was found under, on the hazard's page. */
@Component
class HazardPhotos implements RecordSlot {

    private static final int ORDER = 10;

    private final HazardLedger hazards;
    private final InspectionRecords records;
    private final Photos photos;

    HazardPhotos(HazardLedger hazards, InspectionRecords records, Photos photos) {
        this.hazards = hazards;
        this.records = records;
        this.photos = photos;
    }

    @Override
    public String page() {
        return "hazards";
    }

    @Override
    public List<Section> sections(long id, Caller caller) {
        SourceRef found = hazards.sourceOf(id, caller.scope());
        if (found.kind() != SourceKind.INSPECTION
                || !caller.scope().reads(RecordKind.INSPECTIONS)
                || records.find(found.id(), caller.scope()).isEmpty()) {
            return List.of();
        }
        List<Picture> pictures = photos.of(PhotoWork.source(found.id())).stream()
                .filter(photo -> photo.line() == found.line())
                .map(photo -> picture(found.id(), photo))
                .toList();
        return pictures.isEmpty()
                ? List.of()
                : List.of(new Section(ORDER, "检查时的照片", "", List.of(), List.of(), pictures));
    }

    private static Picture picture(long inspection, Photo photo) {
        String address = "/inspections/" + inspection + "/photos/" + photo.id();
        return new Picture(address, address + "/small", photo.byName() + " " + photo.timeText());
    }
}
