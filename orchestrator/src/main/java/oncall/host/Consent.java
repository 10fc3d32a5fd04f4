package oncall.host;

/** Asks the user before the host is changed. */
public interface Consent {
    /**
     * @param question ends with a question mark
     * @return whether the user said yes; false also where nobody can be asked
     */
    boolean asks(String question);

    /** How the user could have said yes, for the refusal's message. */
    default String howToGive() { return "say yes when asked, or give --yes (through Maven: -Dyes)"; }

    static Consent given() { return question -> true; }

    static Consent withheld() { return question -> false; }
}
