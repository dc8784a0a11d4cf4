package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.support.Shots;
import gassafety.support.SystemTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class PaperSignatureTest {

    private static final Map<String, String> ON_PAPER = Map.of("outcome", "PAPER", "name", "演示员丙", "title", "主要负责人");
    private static final byte[] M4A = ("\0\0\0\u0020ftypM4A " + "x".repeat(100)).getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Signing signing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theScanOfTheSignedPaperCompletesTheRecordAndIsKeptWithItsHash() {
        Visit visit = signedByInspectors();
        byte[] scan = Shots.jpeg(900, 1200);
        for (int time = 0; time < 2; time++) {
            assertThat(unitSigns(visit, ON_PAPER, "签字件.jpg", scan)).hasRedirectedUrl(visit.address());
        }
        Document record = page(get(visit.address(), visit.lead()));
        assertThat(record.select(".head .st").text()).isEqualTo("已签字");
        assertThat(record.text()).contains("被检查单位纸质签字", "演示员丙", "签字件：签字件.jpg");
        String link = record.select("a:contains(签字件)").attr("href");
        assertThat(get(link, visit.lead()).getResponse().getContentAsByteArray())
                .isEqualTo(scan);
        assertThat(get(link, visits.ofASeller().lead())).as("another bureau").hasStatus(404);
        assertThat(jdbc.sql("select s.scan_sha256 = a.sha256 from inspection_signature s join attachment a"
                                + " on a.source_kind = 'INSPECTION' and a.source_id = s.inspection_id"
                                + " where s.inspection_id = :id and s.kind = 'UNIT_PAPER'")
                        .param("id", visit.id())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        assertThat(unitSigns(visit, ON_PAPER, "另一件.jpg", Shots.jpeg(90, 120))).hasStatus(409);
        assertThat(files(visit)).as("what came too late is not kept").isEqualTo(1);
    }

    @Test
    void whatIsNoReadableScanIsRefusedBesideItsFieldAndNothingIsSigned() {
        Visit visit = signedByInspectors();
        Map.of(
                        "",
                        "请上传",
                        "不是照片",
                        "不是 JPEG、PNG",
                        "%PDF-1.7 cut off",
                        "PDF 文件不完整",
                        "\u00ff\u00d8\u00ffbroken",
                        "读不完整",
                        new String(M4A, StandardCharsets.ISO_8859_1),
                        "不是 JPEG、PNG")
                .forEach((content, sentence) -> {
                    MvcTestResult refused =
                            unitSigns(visit, ON_PAPER, "x.jpg", content.getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(refused).hasStatus(422);
                    assertThat(page(refused).text()).contains(sentence);
                    assertThat(page(refused).select("#scan").hasClass("is-invalid"))
                            .isTrue();
                    assertThat(page(refused).select("#name").val()).isEqualTo("演示员丙");
                });
        assertThat(files(visit)).isZero();
    }

    @Test
    void aRefusalMayBeShownByARecording() {
        Visit visit = signedByInspectors();
        Map<String, String> refusal = Map.of("outcome", "REFUSED", "note", "拒绝签字并离开", "witness", "演示员丁");
        assertThat(unitSigns(visit, refusal, "录音.m4a", M4A)).hasRedirectedUrl(visit.address());
        Document record = page(get(visit.address(), visit.lead()));
        assertThat(record.text()).contains("拒签/不在场", "拒签、不在场的证明：录音.m4a");
        assertThat(get(record.select("a:contains(录音)").attr("href"), visit.lead()))
                .hasStatusOk()
                .hasContentType("audio/mp4");
    }

    @Test
    void onlyFilesOfTheSignatureAreHandedOutHere() {
        Visit visit = signedByInspectors();
        long photo = jdbc.sql("insert into attachment (source_kind, source_id, purpose, name, media_type, size, sha256,"
                        + " bytes, by_account_id, by_name, uploaded_at) values ('INSPECTION', :id, 'photo', 'p',"
                        + " 'image/png', 1, repeat('0', 64), '\\x00', :by, 'x', now()) returning id")
                .param("id", visit.id())
                .param("by", visit.lead().accountId())
                .query(Long.class)
                .single();
        assertThat(get(visit.address() + "/proofs/" + photo, visit.lead())).hasStatus(404);
    }

    private Visit signedByInspectors() {
        Visit visit = visits.answered(Map.of());
        List.of(visit.lead(), visit.second()).forEach(signer -> signing.inspectorSigns(visit.id(), signer, signer));
        return visit;
    }

    private int files(Visit visit) {
        return jdbc.sql("select count(*) from attachment where source_kind = 'INSPECTION' and source_id = :id")
                .param("id", visit.id())
                .query(Integer.class)
                .single();
    }

    private MvcTestResult unitSigns(Visit visit, Map<String, String> sent, String name, byte[] scan) {
        var request = browser.post()
                .uri(visit.address() + "/unit-signature")
                .multipart()
                .file(new MockMultipartFile("scan", name, "application/octet-stream", scan))
                .with(user(visit.lead().username()))
                .with(csrf());
        sent.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
