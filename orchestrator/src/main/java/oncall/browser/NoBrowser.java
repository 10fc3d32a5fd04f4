package oncall.browser;

/** This host has no browser that could be driven. The message says what is missing and how to get it. */
public final class NoBrowser extends RuntimeException {

    NoBrowser(String message) {
        super(message, null, false, false);
    }
}
