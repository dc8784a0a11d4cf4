package gassafety.inspection;

import gassafety.evidence.Photo;
import gassafety.evidence.Photos;
import gassafety.evidence.Taken;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Photos beside answers: taken in, shown, and taken off again. A script gets JSON, a plain form goes back to the page. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class PhotoController {

    private static final int LONGEST_KEY = 60;

    private final PhotoWork work;
    private final Photos photos;
    private final Sheets sheets;
    private final Filling filling;
    private final FormPage page;

    PhotoController(PhotoWork work, Photos photos, Sheets sheets, Filling filling, FormPage page) {
        this.work = work;
        this.photos = photos;
        this.sheets = sheets;
        this.filling = filling;
        this.page = page;
    }

    /** What a script learns of a photo that was kept. */
    record Kept(long id, int position, String sha256, boolean removed) {

        static Kept of(Photo photo) {
            return new Kept(photo.id(), photo.line(), photo.sha256(), photo.isRemoved());
        }
    }

    @PostMapping("/inspections/{id}/answers/{position}/photos")
    Object add(
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            List<Kept> kept = addAll(id, position, files == null ? List.of() : files, caller, request);
            return isBackground(request) ? ResponseEntity.ok(Map.of("photos", kept)) : back(id, position);
        } catch (Refusal refusal) {
            if (isBackground(request)) {
                return ResponseEntity.unprocessableContent()
                        .body(Map.of(
                                "sentence", refusal.sentence(), "again", Photos.TOO_MANY.equals(refusal.getField())));
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("photoRefused", new PhotoRefusal(position, refusal.sentence()));
            return page.whole(sheets.require(id, caller.scope()), caller, null, model);
        }
    }

    /** Why photos of an item were not taken. */
    record PhotoRefusal(int position, String sentence) {}

    private List<Kept> addAll(
            long id, int position, List<MultipartFile> files, Caller caller, HttpServletRequest request) {
        filling.ofInspector(id, position, caller);
        List<MultipartFile> chosen =
                files.stream().filter(file -> !isUnused(file)).toList();
        if (chosen.isEmpty()) {
            throw new Refusal("photo", "没有收到照片，请先拍照或选择照片。");
        }
        Taken said = Taken.said(
                request.getParameter("takenAt"), request.getParameter("latitude"), request.getParameter("longitude"));
        String key = Keys.of(request.getParameter("key"));
        List<Kept> kept = new ArrayList<>();
        for (MultipartFile file : chosen) {
            kept.add(Kept.of(work.add(id, position, numbered(key, kept.size()), file, said, caller)));
        }
        return kept;
    }

    /** A field in which nothing was chosen is sent as a file without name and content. */
    private static boolean isUnused(MultipartFile file) {
        String name = file.getOriginalFilename();
        return file.isEmpty() && (name == null || name.isEmpty());
    }

    /** Several photos of one request each have a name of their own, the same each time it is sent. */
    private static String numbered(String key, int before) {
        return before == 0 ? key : key.substring(0, Math.min(LONGEST_KEY, key.length())) + "-" + (before + 1);
    }

    /** The photos of one item, for a script that puts them beside the card. */
    @GetMapping("/inspections/{id}/answers/{position}/photos")
    String ofItem(
            @PathVariable long id, @PathVariable int position, Caller caller, HttpServletRequest request, Model model) {
        filling.ofInspector(id, position, caller);
        if (!isBackground(request)) {
            return back(id, position);
        }
        return page.photos(sheets.require(id, caller.scope()), position, model);
    }

    @PostMapping("/inspections/{id}/photos/{photo}/removals")
    Object remove(
            @PathVariable long id,
            @PathVariable long photo,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Photo removed = work.remove(id, photo, caller);
            return isBackground(request) ? ResponseEntity.ok(Kept.of(removed)) : back(id, removed.line());
        } catch (Refusal refusal) {
            if (isBackground(request)) {
                return ResponseEntity.unprocessableContent().body(Map.of("sentence", refusal.sentence()));
            }
            throw refusal;
        }
    }

    /** The photo as it was taken. */
    @GetMapping("/inspections/{id}/photos/{photo}")
    ResponseEntity<byte[]> original(@PathVariable long id, @PathVariable long photo, Caller caller) {
        sheets.require(id, caller.scope());
        return photos.original(PhotoWork.source(id), photo).answer();
    }

    /** Its smaller copy; a photo never changes, so a browser keeps it. */
    @GetMapping("/inspections/{id}/photos/{photo}/small")
    ResponseEntity<byte[]> small(@PathVariable long id, @PathVariable long photo, Caller caller) {
        sheets.require(id, caller.scope());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable())
                .body(photos.small(PhotoWork.source(id), photo));
    }

    private static boolean isBackground(HttpServletRequest request) {
        return "fetch".equals(request.getHeader("X-Requested-With"));
    }

    private static String back(long id, int position) {
        return "redirect:/inspections/" + id + "#p" + position;
    }
}
