package oncall.cli;

import java.util.Locale;
import oncall.host.Consent;

/** Asks on the terminal. Where there is none, nobody consents. */
final class TerminalConsent implements Consent {
    @Override public boolean asks(String question) {
        if (System.console() == null) return false;
        String answer = System.console().readLine("%s [y/N] ", question);
        return answer != null && (answer.strip().toLowerCase(Locale.ROOT).equals("y") || answer.strip().toLowerCase(Locale.ROOT).equals("yes"));
    }
}
