package oncall.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * Chromium without a window, driven by WebDriver as a customer would use it. Elements are named by CSS selectors.
 *
 * <p>The driver is started by hand: Selenium's own way would look for programs on the internet.
 */
public final class Browser implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Held, as a logger that nobody holds forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.WARNING);
    }

    private final ChromeDriverService service;
    private final RemoteWebDriver driver;

    private Browser(ChromeDriverService service, RemoteWebDriver driver) {
        this.service = service;
        this.driver = driver;
    }

    /** @throws NoBrowser when there is none on this host, or it does not start */
    public static Browser open() {
        BrowserPrograms programs = BrowserPrograms.on(Optional.ofNullable(System.getenv("PATH")).orElse(""));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(programs.driver().toFile())
                .usingAnyFreePort()
                .withLogOutput(OutputStream.nullOutputStream())
                .build();
        try {
            service.start();
            return new Browser(service, new RemoteWebDriver(service.getUrl(), options(programs), false));
        } catch (IOException | WebDriverException failure) {
            service.stop();
            throw new NoBrowser("Chromium does not start: " + firstLine(failure));
        }
    }

    private static ChromeOptions options(BrowserPrograms programs) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(programs.browser().toFile());
        options.addArguments("--headless=new", "--no-proxy-server", "--disable-dev-shm-usage");
        if (System.getProperty("user.name").equals("root")) {
            // Chromium refuses to run as root with its sandbox; it sees nothing here but the lab's own pages.
            options.addArguments("--no-sandbox");
        }
        return options;
    }

    public void visit(URI address) {
        driver.get(address.toString());
    }

    /** The visible text of the first such element, as soon as there is one; empty when none comes in time. */
    public Optional<String> await(String selector, Duration limit) {
        try {
            return Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(POLL).atMost(limit)
                    .ignoreExceptionsMatching(StaleElementReferenceException.class::isInstance)
                    .until(() -> text(selector), Optional::isPresent);
        } catch (ConditionTimeoutException none) {
            return Optional.empty();
        }
    }

    /** The visible text of the first such element that there is now. */
    public Optional<String> text(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().findFirst().map(WebElement::getText);
    }

    /** Picks a file of this host in a form. */
    public void choose(String selector, Path file) {
        driver.findElement(By.cssSelector(selector)).sendKeys(file.toAbsolutePath().toString());
    }

    public void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            service.stop();
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
