package oncall.host;

/**
 * One line of the doctor's table.
 *
 * @param name   what it is about
 * @param needed what the lab needs
 * @param found  what the host has
 * @param remedy exactly what to do; empty when nothing is to be done
 */
public record Need(String name, String needed, String found, Grade grade, String remedy) {
    public enum Grade {
        OK,
        /** The lab runs, but less well. */
        NOTE,
        /** Set-up can mend it, on consent. */
        INSTALLABLE,
        /** Only the user can mend it. */
        MISSING
    }

    /** Whether the lab can run with it as it is. */
    public boolean met() { return grade == Grade.OK || grade == Grade.NOTE; }

    static Need ok(String name, String needed, String found) { return new Need(name, needed, found, Grade.OK, ""); }

    static Need note(String name, String needed, String found, String remedy) {
        return new Need(name, needed, found, Grade.NOTE, remedy);
    }

    static Need installable(String name, String needed, String found, String remedy) {
        return new Need(name, needed, found, Grade.INSTALLABLE, remedy);
    }

    public static Need missing(String name, String needed, String found, String remedy) {
        return new Need(name, needed, found, Grade.MISSING, remedy);
    }
}
