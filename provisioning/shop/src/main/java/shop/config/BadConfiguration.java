package shop.config;

import java.util.List;

/** The configuration cannot be used; the message names every problem with its file and key. */
public final class BadConfiguration extends RuntimeException {
    public BadConfiguration(List<String> problems) {
        super("bad configuration: " + String.join("; ", problems));
    }
}
