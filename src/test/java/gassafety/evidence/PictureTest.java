package gassafety.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gassafety.support.Shots;
import gassafety.web.Refusal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @Test
    void theOriginalIsKeptAndTheCopyIsSmall() throws IOException {
        byte[] taken = Shots.jpeg(4000, 3000);
        Picture picture = Picture.of("a.jpg", taken);
        assertThat(picture.bytes()).isEqualTo(taken);
        assertThat(picture.width()).isEqualTo(4000);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(picture.small()));
        assertThat(small.getWidth()).isEqualTo(Picture.SMALL);
        assertThat(small.getHeight()).isEqualTo(480);
    }

    @Test
    void aPhotoTakenSidewaysIsShownUprightWithItsTimeAndPlace() throws IOException {
        Picture picture = Picture.of("a.jpg", Shots.withCameraNotes(Shots.jpeg(400, 300)));
        assertThat(picture.width()).isEqualTo(300);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(picture.small()));
        assertThat(small.getHeight()).isGreaterThan(small.getWidth());
        assertThat(new Color(small.getRGB(small.getWidth() - 5, 5)).getBlue())
                .as("what was left is on top when the phone was turned by 90°")
                .isGreaterThan(200);
        assertThat(picture.shot().at()).isEqualTo(Instant.parse("2023-09-20T02:32:00Z"));
        assertThat(picture.shot().latitude()).isEqualByComparingTo("30.5");
        assertThat(picture.shot().longitude()).isEqualByComparingTo("104.25");
    }

    @Test
    void theCopyTellsNothingOfTimeAndPlace() {
        byte[] small =
                Picture.of("a.jpg", Shots.withCameraNotes(Shots.jpeg(400, 300))).small();
        assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2023:09:20");
    }

    @Test
    void aFewBytesThatClaimAThousandMillionPixelsAreRefusedBeforeTheyAreUnpacked() {
        assertRefused(Shots.claiming(40_000, 30_000), "像素");
        assertRefused(Shots.claiming(30_000, 10), "像素");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.99})
    void whatWasCutOffOnItsWayIsRefused(double share) {
        byte[] jpeg = Shots.jpeg(800, 600);
        assertRefused(Arrays.copyOf(jpeg, (int) (jpeg.length * share)), "读不完整");
        byte[] png = Shots.png(800, 600);
        assertRefused(Arrays.copyOf(png, (int) (png.length * Math.min(share, 0.5))), "读不完整");
    }

    @ParameterizedTest
    @CsvSource({
        "....ftypheic....,HEIC",
        "RIFF....WEBPVP8 ,WebP",
        "GIF89a....,GIF",
        "%PDF-1.7 ....,不是照片",
        "<svg onload=alert(1)>,不是照片",
        "x,不是照片"
    })
    void otherKindsAreRefusedWithTheReason(String content, String reason) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), reason);
    }

    @Test
    void whatMakesNoSenseAboutTimeAndPlaceIsLeftOut() {
        assertThat(Taken.said("2023-09-20T02:32:00Z", "30.5", "104.25").latitude())
                .isEqualByComparingTo(new BigDecimal("30.5"));
        assertThat(Taken.said("yesterday", "91", "104")).isEqualTo(Taken.UNKNOWN);
        assertThat(Taken.said(null, "30.5", null)).isEqualTo(Taken.UNKNOWN);
        assertThat(Taken.said("2030-01-01T00:00:00Z", null, null).before(Instant.parse("2023-09-20T00:00:00Z")))
                .isEqualTo(Taken.UNKNOWN);
    }

    private static void assertRefused(byte[] content, String reason) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Picture.of("照片.jpg", content))
                .withMessageContaining("照片.jpg")
                .withMessageContaining(reason);
    }
}
