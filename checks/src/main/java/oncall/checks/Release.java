package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;

/** The release of the shop which runs, and the sources that the next one is made from. */
final class Release {

    /** Prints the first source that was changed after the running release was built from them. */
    private static final String NEWER =
            "find /srv/shop/src/main /srv/shop/db -type f -newer /opt/shop/current/classes -print -quit";

    private Release() {}

    /** Fails where the next roll-out would bring back what a mend has taken away, or the other way round. */
    static void assertBuiltFromTheSources(Lab lab) {
        String newer = lab.on("app").sudoOutput(NEWER);
        assertThat(newer)
                .withFailMessage("What runs was not built from /srv/shop as it stands (%s is newer): the next roll-out, "
                        + "whoever makes it, would change the shop again", newer)
                .isEmpty();
    }
}
