package gassafety.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class AttachmentsTest {

    private static final AtomicLong RECORD = new AtomicLong(50_000);
    private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    @Test
    void aPhotoComesBackAsItWasWithWhoBroughtIt() {
        Caller by = world.bureau().inspector();
        Source hazard = aRecord();
        Attachment photo = attachments.store(hazard, "before", "C:\\照片\\整改前.jpg", PHOTO, by);

        assertThat(photo.name()).isEqualTo("整改前.jpg");
        assertThat(photo.mediaType()).isEqualTo("image/jpeg");
        assertThat(photo.byName()).isEqualTo(by.name());
        assertThat(attachments.of(hazard)).containsExactly(photo);
        assertThat(attachments.read(hazard, photo.id()).bytes()).isEqualTo(PHOTO);
    }

    @Test
    void theSamePhotoSentTwiceIsOne() {
        Caller by = world.bureau().inspector();
        Source hazard = aRecord();
        Attachment first = attachments.store(hazard, "after", "a.jpg", PHOTO, by);
        assertThat(attachments.store(hazard, "after", "b.jpg", PHOTO, by)).isEqualTo(first);
    }

    @Test
    void itIsReadOnlyThroughItsOwnRecord() {
        Attachment photo = attachments.store(
                aRecord(), "before", "a.jpg", PHOTO, world.bureau().inspector());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attachments.read(aRecord(), photo.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg onload=alert(1)>", "<html>", "GIF89a", "MZ", ""})
    void whatIsNoPhotoAndNoPdfIsRefusedWhateverItIsCalled(String content) {
        Source record = aRecord();
        Caller by = world.bureau().inspector();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> attachments.store(record, "before", "photo.jpg", bytes, by))
                .withMessageContaining("photo.jpg");
        assertThat(attachments.of(record)).isEmpty();
    }

    @Test
    void twentyMegabytesAreTakenAndNotOneByteMore() {
        Source record = aRecord();
        Caller by = world.bureau().inspector();
        attachments.store(record, "paper", "a.jpg", Arrays.copyOf(PHOTO, Attachments.LARGEST), by);
        byte[] larger = Arrays.copyOf(PHOTO, Attachments.LARGEST + 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> attachments.store(record, "paper", "b.jpg", larger, by))
                .withMessageContaining("20 MB");
    }

    @Test
    void aNameCannotCarryMarkupOrControlCharacters() {
        Attachment photo = attachments.store(
                aRecord(),
                "before",
                "x\0<script>\r\nSet-Cookie: a",
                PHOTO,
                world.bureau().inspector());
        assertThat(photo.name()).doesNotContain("<", "\r", "\n", "\0");
    }

    @Test
    void itIsSavedUnderItsNameAndNeverGuessedAt() {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        Source record = aRecord();
        Attachment paper = attachments.store(
                record, "paper", "整改报告.pdf", pdf, world.bureau().inspector());
        var headers = attachments.read(record, paper.id()).answer().getHeaders();
        assertThat(headers.getContentDisposition().isAttachment()).isTrue();
        assertThat(headers.getContentDisposition().getFilename()).isEqualTo("整改报告.pdf");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getCacheControl()).contains("private");
    }

    @Test
    void theDatabaseRefusesToChangeEvidence() {
        attachments.store(aRecord(), "before", "a.jpg", PHOTO, world.bureau().inspector());
        assertThatThrownBy(() -> jdbc.sql("update attachment set name = 'b'").update())
                .hasMessageContaining("never changed");
    }

    private static Source aRecord() {
        return new Source(SourceKind.HAZARD, RECORD.incrementAndGet());
    }
}
