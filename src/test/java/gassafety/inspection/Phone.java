package gassafety.inspection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.FilePayload;
import gassafety.inspection.Visits.Visit;
import gassafety.support.Chromium;
import java.util.regex.Pattern;

/** A phone with the form of an inspection, in the hands of an inspector. */
final class Phone {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern SAVED = Pattern.compile("^已保存 [0-9]{2}:[0-9]{2}$");

    private final Page page;
    private final Visit visit;

    Phone(Page page, Visit visit) {
        this.page = page;
        this.visit = visit;
    }

    Page page() {
        return page;
    }

    /** Opens the form, and stays until it can be opened again without network. */
    Phone opened() {
        page.navigate(visit.address());
        page.locator("#kept:not([hidden])").waitFor();
        return this;
    }

    void logsIn(String username) {
        page.navigate("/login");
        Chromium.logIn(page, username);
    }

    void losesTheNetwork() {
        page.context().setOffline(true);
    }

    void hasNetworkAgain() {
        page.context().setOffline(false);
    }

    void chooses(int position, String verdict) {
        choice(position, verdict).click();
    }

    Locator choice(int position, String verdict) {
        return page.locator("label[for='p" + position + "-" + verdict + "']");
    }

    Locator card(int position) {
        return page.locator("#p" + position);
    }

    void writes(int position, String field, String text) {
        Locator written = page.locator("#p" + position + "-" + field);
        if (field.equals("remark")) {
            page.locator("#p" + position + " summary").click();
        }
        written.fill(text);
        written.blur();
    }

    void takesAPhoto(int position, byte[] jpeg) {
        page.locator("#p" + position + "-photos input[capture]")
                .setInputFiles(new FilePayload("IMG_" + position + ".jpg", "image/jpeg", jpeg));
    }

    /** The photos that are shown beside a card. */
    Locator photos(int position) {
        return page.locator("#p" + position + "-photos .shots li");
    }

    /** The bar comes to say this. */
    void says(String words) {
        assertThat(page.locator("#saving")).containsText(words, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The bar comes to say that everything is saved. */
    void saysThatAllIsSaved() {
        assertThat(page.locator("#saving")).hasText(SAVED, new HasTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The card comes to show this choice. */
    void shows(int position, String verdict) {
        page.locator("#p" + position + "-" + verdict + ":checked")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }
}
