package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import oncall.grade.Lab;

/** The release of the shop which runs, and the sources that the next one is made from. */
final class Release {

    /** For a build on emulated CPUs beside everything else that is judged. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    /**
     * Prints the first source that was changed after the running release was built, unless a build of the sources gives just
     * what runs: the release before may have been put back, and then its sources with it.
     */
    static final String DIFFERENT = """
            newer=$(find /srv/shop/src/main /srv/shop/db -type f -newer /opt/shop/current/classes -print -quit)
            [ -n "$newer" ] || exit 0
            trial=$(mktemp -d)
            trap 'rm -rf "$trial"' EXIT
            if timeout %d /srv/shop/bin/build /srv/shop "$trial/release" > /dev/null 2>&1 &&
                diff -rq "$trial/release/classes" /opt/shop/current/classes > /dev/null &&
                diff -rq "$trial/release/db" /opt/shop/current/db > /dev/null
            then exit 0; fi
            echo "$newer"
            """.formatted(LIMIT.minusSeconds(20).toSeconds());

    private Release() {}

    /** Fails where the next roll-out would bring back what a mend has taken away, or the other way round. */
    static void assertBuiltFromTheSources(Lab lab) {
        String newer = lab.on("app").sudo(DIFFERENT, LIMIT).orThrow().out().strip();
        assertThat(newer)
                .withFailMessage("What runs was not built from /srv/shop as it stands (%s is newer): the next roll-out, "
                        + "whoever makes it, would change the shop again", newer)
                .isEmpty();
    }
}
