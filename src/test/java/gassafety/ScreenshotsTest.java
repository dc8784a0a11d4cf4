package gassafety;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import gassafety.support.Chromium;
import gassafety.support.DemoTest;
import gassafety.support.Pdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws the pictures of the documentation: {@code ./mvnw test -Dtest=ScreenshotsTest -Dscreenshots=docs/screenshots}. */
@DemoTest
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class ScreenshotsTest {

    private static final long MOST_BYTES = 200 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void drawThePicturesOfTheDocumentation() throws IOException {
        long inspection = jdbc.sql("select max(id) from inspection where checklist_code = 'ANNEX2'"
                        + " and office_id = (select id from office where code = 'beiling-chengguan')")
                .query(Long.class)
                .single();
        long printed = jdbc.sql("select max(id) from inspection where checklist_code = 'ANNEX2' and findings > 2"
                        + " and office_path like (select path || '%' from office where code = 'beiling')")
                .query(Long.class)
                .single();
        long directive = jdbc.sql("select max(source_id) from issued_document where source_kind = 'DIRECTIVE'"
                        + " and office_path like (select path || '%' from office where code = 'beiling')")
                .query(Long.class)
                .single();
        try (Chromium chromium = Chromium.orSkip("http://127.0.0.1:" + port)) {
            draw(chromium.desk("special"), "/", "desk");
            draw(chromium.desk("special"), "/hazards", "ledger");
            draw(chromium.phone("inspector"), "/inspections/" + inspection, "inspection");
            draw(chromium.desk("leader"), "/annex3", "statement");
            Page desk = chromium.desk("beilinghead");
            print(desk, "/inspections/" + printed + ".pdf", "printed-record");
            print(desk, "/inspections/blank.pdf?list=ANNEX2", "printed-blank");
            desk.setViewportSize(1000, 1200);
            desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            draw(desk, "/directives/" + directive + "/print", "printed-directive");
        }
    }

    /** The first page of a PDF. */
    private static void print(Page browser, String address, String name) throws IOException {
        Path picture = Path.of(System.getProperty("screenshots"), name + ".png");
        try (Pdf pdf = new Pdf(browser.request().get(address).body())) {
            ImageIO.write(pdf.picture(0), "png", picture.toFile());
        }
        assertThat(Files.size(picture)).as(name).isLessThan(MOST_BYTES);
    }

    private static void draw(Page page, String address, String name) throws IOException {
        Path picture = Path.of(System.getProperty("screenshots"), name + ".png");
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(Files.size(picture)).as(name).isLessThan(MOST_BYTES);
    }
}
