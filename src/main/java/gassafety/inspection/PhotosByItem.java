package gassafety.inspection;

import gassafety.evidence.Photo;
import gassafety.evidence.Photos;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The photos of an inspection by the position of their item; an item without photos has no entry. */
record PhotosByItem(Map<Integer, List<Photo>> byPosition) {

    static final PhotosByItem NONE = new PhotosByItem(Map.of());

    static PhotosByItem of(Photos photos, long inspectionId) {
        return new PhotosByItem(photos.of(PhotoWork.source(inspectionId)).stream()
                .collect(Collectors.groupingBy(Photo::line, TreeMap::new, Collectors.toList())));
    }

    public List<Photo> at(int position) {
        return byPosition.getOrDefault(position, List.of());
    }

    public int total() {
        return byPosition.values().stream().mapToInt(List::size).sum();
    }
}
