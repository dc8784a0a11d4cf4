package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.evidence.Photo;
import gassafety.evidence.PhotoHash;
import gassafety.evidence.Photos;
import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class PhotoPageTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    World world;

    @Autowired
    Signing signing;

    @Autowired
    Inspections inspections;

    @Autowired
    Photos photos;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPhotoStandsBesideItsCardWithWhoBroughtItAndIsHandedOutAsItWas() {
        Visit visit = visits.ofAStation();
        byte[] taken = Shots.jpeg(1200, 900);
        assertThat(send(visit, 42, visit.lead(), newKey(), taken)).hasStatusOk();

        Document form = page(get(visit.address(), visit.second()));
        String alt = form.select("#p42-photos img").attr("alt");
        assertThat(alt).contains("第 41 项", visit.lead().name());
        assertThat(form.select("#p41-photos img")).isEmpty();
        MvcTestResult original = get(form.select("#p42-photos .shots a").attr("href"), visit.second());
        assertThat(original).body().isEqualTo(taken);
        assertThat(original)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasContentType("image/jpeg")
                .hasHeader("Cache-Control", "max-age=86400, private, immutable");
        assertThat(get(form.select("#p42-photos img").attr("src"), visit.second()))
                .hasStatusOk()
                .hasContentType("image/jpeg");
    }

    @Test
    void aPhotoSentAgainIsKeptOnceAndAnotherUnderItsKeyIsNot() {
        Visit visit = visits.ofAStation();
        byte[] taken = Shots.jpeg(300, 200);
        String key = newKey();
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(at ->
                                CompletableFuture.runAsync(() -> assertThat(send(visit, 4, visit.lead(), key, taken))
                                        .hasStatusOk()))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(photosOf(visit)).hasSize(1);
        assertThat(send(visit, 4, visit.lead(), newKey(), taken))
                .as("chosen twice")
                .hasStatusOk();
        assertThat(photosOf(visit)).hasSize(1);
        assertThat(send(visit, 4, visit.lead(), key, Shots.jpeg(300, 200))).hasStatus(422);
        assertThat(send(visit, 5, visit.lead(), key, taken)).hasStatus(422);
    }

    @Test
    void theAnswerThatWasLostIsGivenAgainAfterSigningButNothingNewIsTaken() {
        Visit visit = visits.answered(Map.of());
        byte[] taken = Shots.jpeg(300, 200);
        String key = newKey();
        send(visit, 4, visit.lead(), key, taken);
        long photo = photosOf(visit).get(0).id();
        signing.inspectorSigns(visit.id(), visit.lead(), visit.lead());

        assertThat(send(visit, 4, visit.lead(), key, taken)).hasStatusOk();
        MvcTestResult late = send(visit, 4, visit.lead(), newKey(), Shots.jpeg(300, 200));
        assertThat(late).hasStatus(422).bodyText().contains("待签字");
        assertThat(remove(visit, photo, visit.lead())).hasStatus(422);
        assertThat(photosOf(visit)).hasSize(1);
        assertThatThrownBy(() -> jdbc.sql("insert into evidence_photo_removal values (:photo, :by, '甲', now())")
                        .param("photo", photo)
                        .param("by", visit.lead().accountId())
                        .update())
                .as("nor does the database take it")
                .hasMessageContaining("signed inspection");
    }

    @Test
    void whatIsNoPhotoIsRefusedWithTheReasonAndNothingIsKept() {
        Visit visit = visits.ofAStation();
        for (byte[] content : List.of("<html>".getBytes(), new byte[0], new byte[] {0})) {
            assertThat(send(visit, 4, visit.lead(), newKey(), content))
                    .hasStatus(422)
                    .bodyText()
                    .contains("sentence", "\"again\":false");
        }
        assertThat(send(visit, 4, visit.lead(), newKey(), new byte[20 * 1024 * 1024 + 1]))
                .hasStatus(422)
                .bodyText()
                .contains("20 MB");
        assertThat(photosOf(visit)).isEmpty();
    }

    @Test
    void nineBesideAnAnswerAndNotOneMore() {
        Visit visit = visits.ofAStation();
        IntStream.range(0, Photos.MOST_OF_A_LINE)
                .forEach(at -> assertThat(send(visit, 4, visit.lead(), newKey(), Shots.jpeg(40, 30)))
                        .hasStatusOk());
        assertThat(send(visit, 4, visit.lead(), newKey(), Shots.jpeg(40, 30)))
                .hasStatus(422)
                .bodyText()
                .as("it may be sent again once another is removed")
                .contains("最多 9 张", "\"again\":true");
        remove(visit, photosOf(visit).get(0).id(), visit.lead());
        assertThat(send(visit, 4, visit.lead(), newKey(), Shots.jpeg(40, 30))).hasStatusOk();
    }

    @Test
    void aRemovedPhotoIsKeptButNoLongerPartOfWhatIsSigned() {
        Visit visit = visits.ofAStation();
        send(visit, 4, visit.lead(), newKey(), Shots.jpeg(40, 30));
        send(visit, 5, visit.lead(), newKey(), Shots.jpeg(40, 30));
        Photo first = photosOf(visit).get(0);
        assertThat(remove(visit, first.id(), visit.second())).hasStatusOk();
        assertThat(photos.hashes(PhotoWork.source(visit.id())))
                .extracting(PhotoHash::line, PhotoHash::removed)
                .containsExactly(tuple(4, true), tuple(5, false));
        assertThat(photos.removedFrom(PhotoWork.source(visit.id())))
                .singleElement()
                .satisfies(removed -> assertThat(removed.removedByName())
                        .isEqualTo(visit.second().name()));
        assertThat(get(visit.address() + "/photos/" + first.id(), visit.lead())).hasStatus(404);
    }

    @Test
    void onlyItsInspectorsAddPhotosAndOnlyItsReadersSeeThem() {
        Visit visit = visits.answered(Map.of());
        Visit another = visits.ofAStation();
        send(visit, 4, visit.lead(), newKey(), Shots.jpeg(40, 30));
        String address = visit.address() + "/photos/" + photosOf(visit).get(0).id();
        assertThat(send(visit, 4, visit.bureau().chief(), newKey(), Shots.jpeg(40, 30)))
                .hasStatus(403);
        assertThat(send(visit, 4, another.lead(), newKey(), Shots.jpeg(40, 30))).hasStatus(404);
        assertThat(send(visit, 53, visit.lead(), newKey(), Shots.jpeg(40, 30))).hasStatus(404);
        assertThat(get(address, another.lead())).hasStatus(404);
        assertThat(get(another.address() + "/photos/" + photosOf(visit).get(0).id(), another.lead()))
                .as("through another record")
                .hasStatus(404);

        Caller unit =
                world.enterpriseUser(visit.bureau().fieldOffice(), visit.unit().id());
        assertThat(get(address, unit)).hasStatus(404);
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        assertThat(get(address + "/small", unit)).hasStatusOk();
        assertThat(page(get(visit.address(), unit)).select(".shots img")).hasSize(1);
    }

    @Test
    void withoutScriptAPhotoIsAPlainForm() {
        Visit visit = visits.ofAStation();
        var request = browser.post()
                .uri(visit.address() + "/answers/4/photos")
                .multipart()
                .file(new MockMultipartFile("photo", "", null, new byte[0]))
                .file(new MockMultipartFile("photo", "一.jpg", "image/jpeg", Shots.jpeg(40, 30)))
                .file(new MockMultipartFile("photo", "二.png", "image/png", Shots.png(40, 30)))
                .param("key", newKey())
                .with(user(visit.lead().username()))
                .with(csrf());
        assertThat(request.exchange()).hasRedirectedUrl(visit.address() + "#p4");
        assertThat(photosOf(visit)).hasSize(2);
        MvcTestResult nothing = browser.post()
                .uri(visit.address() + "/answers/4/photos")
                .with(user(visit.lead().username()))
                .with(csrf())
                .exchange();
        assertThat(nothing).hasStatus(422);
        assertThat(page(nothing).select("#p4-photos .refused").text()).contains("选择照片");
    }

    @Test
    void aChangedOriginalIsNoticed() {
        Visit visit = visits.ofAStation();
        send(visit, 4, visit.lead(), newKey(), Shots.jpeg(40, 30));
        assertThat(photos.changed(PhotoWork.source(visit.id()))).isEmpty();
        jdbc.sql("alter table attachment disable trigger attachment_is_kept").update();
        try {
            jdbc.sql("update attachment set bytes = set_byte(bytes, 100, 255 - get_byte(bytes, 100))"
                            + " where source_kind = 'INSPECTION' and source_id = :id")
                    .param("id", visit.id())
                    .update();
        } finally {
            jdbc.sql("alter table attachment enable trigger attachment_is_kept").update();
        }
        assertThat(photos.changed(PhotoWork.source(visit.id()))).hasSize(1);
    }

    @Test
    void aMissingPhotoIsAskedForBeforeSigning() {
        Visit visit = visits.answered(Map.of(42, Visits.aProblem().counted("清除数量", "2")));
        String review = visit.address() + "/review";
        assertThat(page(get(review, visit.lead())).select(".obstacles").text()).contains("第 41 项", "应附照片");
        send(visit, 42, visit.lead(), newKey(), Shots.jpeg(40, 30));
        assertThat(page(get(review, visit.lead())).select(".obstacles")).isEmpty();
    }

    @Test
    void theHazardThatALineBecameShowsThePhotosOfThatLine() {
        Visit visit = visits.answered(Map.of(42, Visits.aProblem().counted("清除数量", "2")));
        send(visit, 42, visit.lead(), newKey(), Shots.jpeg(40, 30));
        send(visit, 41, visit.lead(), newKey(), Shots.jpeg(50, 30));
        visits.sign(visit);
        String hazard = page(get(visit.address(), visit.lead()))
                .select("a[href^=/hazards/]")
                .attr("href");
        Caller unit =
                world.enterpriseUser(visit.bureau().fieldOffice(), visit.unit().id());
        for (Caller reader : List.of(visit.bureau().countySection(), unit)) {
            Document page = page(get(hazard, reader));
            assertThat(page.select("section:contains(检查时的照片) img"))
                    .singleElement()
                    .satisfies(photo -> assertThat(get(photo.attr("src"), reader))
                            .hasStatusOk()
                            .hasContentType("image/jpeg"));
        }
    }

    private MvcTestResult send(Visit visit, int position, Caller by, String key, byte[] content) {
        return browser.post()
                .uri(visit.address() + "/answers/" + position + "/photos")
                .multipart()
                .file(new MockMultipartFile("photo", "照片.jpg", "image/jpeg", content))
                .param("key", key)
                .param("takenAt", "2023-09-20T02:32:00Z")
                .header("X-Requested-With", "fetch")
                .with(user(by.username()))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult remove(Visit visit, long photo, Caller by) {
        return browser.post()
                .uri(visit.address() + "/photos/" + photo + "/removals")
                .header("X-Requested-With", "fetch")
                .with(user(by.username()))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private List<Photo> photosOf(Visit visit) {
        return photos.of(PhotoWork.source(visit.id()));
    }

    private static String newKey() {
        return Visits.key();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
