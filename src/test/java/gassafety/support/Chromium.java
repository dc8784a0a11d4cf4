package gassafety.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import gassafety.office.DemoPassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, in which people of the demonstration log in and work, each in a window of their own. */
public final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int PATIENCE_MILLIS = 60_000;

    private final Path executable;
    private final String address;
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    @Nullable
    private Browser browser;

    private Chromium(Path executable, String address) {
        this.executable = executable;
        this.address = address;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
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

    /** A phone on which nobody has logged in. */
    public Page phone(ServiceWorkerPolicy workers) {
        return window(390, 844, workers).newPage();
    }

    /** A phone whose browser finds on this profile what it kept, also after it was killed. */
    public BrowserContext phoneOf(Path profile) {
        BrowserContext window = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable)
                                .setArgs(ARGUMENTS)
                                .setBaseURL(address)
                                .setViewportSize(390, 844)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("zh-CN"));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }

    /** Ends the browser of this profile as an empty battery does. */
    public void kill(Path profile) {
        List<ProcessHandle> browsers = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
                .toList();
        browsers.forEach(ProcessHandle::destroyForcibly);
        browsers.forEach(process -> process.onExit().join());
    }

    /** Logs in where the login page is shown. */
    public static void logIn(Page page, String username) {
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码").fill(DemoPassword.VALUE);
        page.locator("form button").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    private Page logIn(String username, int width, int height) {
        Page page = window(width, height, ServiceWorkerPolicy.ALLOW).newPage();
        page.navigate("/login");
        logIn(page, username);
        return page;
    }

    private BrowserContext window(int width, int height, ServiceWorkerPolicy workers) {
        if (browser == null) {
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(ARGUMENTS));
        }
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setServiceWorkers(workers)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN"));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
