package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import oncall.browser.Browser;
import oncall.browser.NoBrowser;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import org.junit.jupiter.api.Assumptions;

/** The shop's pages as a customer has them on the screen. Where the host has no browser, the check is skipped. */
final class ShopPages implements AutoCloseable {

    /** For a page with its scripts and data, from emulated CPUs. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration UPLOAD_PATIENCE = Duration.ofSeconds(80);
    private static final String PROBLEM = "#page .problem";

    private final Lab lab;
    private final Browser browser;
    private int visits;

    private ShopPages(Lab lab, Browser browser) {
        this.lab = lab;
        this.browser = browser;
    }

    static ShopPages open(Lab lab) {
        try {
            return new ShopPages(lab, Browser.open());
        } catch (NoBrowser missing) {
            return Assumptions.abort(missing.getMessage());
        }
    }

    /** Opens a page anew, and fails where a customer would not see what is on it. */
    void assertShown(String page) {
        // The number makes the browser load the whole of it again.
        browser.visit(lab.http().address(HttpProbe.SHOP, "/?visit=%d#/%s".formatted(++visits, page)));
        assertThat(browser.await("#page h1, " + PROBLEM, PATIENCE))
                .withFailMessage("A customer who opens the page \"%s\" sees nothing but the frame", page)
                .isPresent();
        assertNoProblem("A customer who opens the page \"%s\" reads: %s", page);
        assertThat(browser.await("#badge:not([hidden])", PATIENCE))
                .withFailMessage("A customer who opens the page \"%s\" does not see today's badge", page)
                .isPresent();
    }

    /** Sends a file by the upload form, and has it deleted again; fails where the page says that it did not arrive. */
    void assertTakes(int size) {
        browser.visit(lab.http().address(HttpProbe.SHOP, "/?visit=%d#/files".formatted(++visits)));
        assertThat(browser.await("#page input[type=file]", PATIENCE))
                .withFailMessage("A customer sees no form for files").isPresent();
        Path file = randomFile(size);
        try {
            browser.choose("#page input[type=file]", file);
            browser.click("#page form button");
            Optional<String> notice = browser.await("#page .notice", UPLOAD_PATIENCE);
            assertNoProblem("A customer who sends a file of %,d bytes reads: %s", size);
            assertThat(notice)
                    .withFailMessage("A customer who sends a file of %,d bytes hears nothing of it", size).isPresent();
            browser.click("#page form button.plain");
            assertThat(browser.await("#page .notice:only-child", PATIENCE).orElse(""))
                    .withFailMessage("A customer cannot delete the file that was just sent").contains("deleted");
        } finally {
            remove(file);
        }
    }

    private void assertNoProblem(String sentence, Object what) {
        browser.text(PROBLEM).ifPresent(text -> {
            throw new AssertionError(sentence.formatted(what, text));
        });
    }

    private Path randomFile(int size) {
        byte[] content = new byte[size];
        lab.random().nextBytes(content);
        try {
            return Files.write(Files.createTempFile("artwork-", ".pdf"), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
