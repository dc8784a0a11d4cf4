package gassafety.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import gassafety.office.DemoPassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, in which people of the demonstration log in and work, each in a window of their own. */
public final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    private Chromium(Path executable, String address) {
        this.address = address;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Skips the calling test with a plain word where there is no Chromium. */
    public static Chromium orSkip(String address) {
        Optional<Path> executable =
                PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(executable.isPresent(), "skipped: no Chromium was found on this machine");
        return new Chromium(executable.orElseThrow(), address);
    }

    /** A phone, 390 pixels wide, on which this person has logged in. */
    public Page phone(String username) {
        return logIn(username, 390, 844);
    }

    /** A desk, 1366 pixels wide, on which this person has logged in. */
    public Page desk(String username) {
        return logIn(username, 1366, 860);
    }

    private Page logIn(String username, int width, int height) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setLocale("zh-CN"));
        window.setDefaultTimeout(60_000);
        Page page = window.newPage();
        page.navigate("/login");
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码").fill(DemoPassword.VALUE);
        page.locator("form button").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
