package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import oncall.grade.Lab;

/** The release of the shop which runs, and the sources that the next one is made from. */
final class Release {

    /** For a build on emulated CPUs beside everything else that is judged. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    /**
     * Prints the first source that was changed after the running release was built, or that release, unless a build of the
     * sources gives just what runs: the release before may have been put back, and then its sources with it. Nothing is built
     * where the release is younger than all sources and its name is that of the commit which they are at; age alone tells
     * nothing of one that was made from elsewhere. No index is refreshed, since that would be root's then.
     */
    static final String DIFFERENT = """
            release=$(readlink -f /opt/shop/current)
            newer=$(find /srv/shop/src/main /srv/shop/db -type f -newer /opt/shop/current/classes -print -quit)
            repository() { git --no-optional-locks -C /srv/shop "$@" 2> /dev/null; }
            if [ -z "$newer" ] && commit=$(repository rev-parse --short HEAD) && [[ $release == *-"$commit" ]] &&
                changed=$(repository status --porcelain --untracked-files=normal) && [ -z "$changed" ]
            then exit 0; fi
            trial=$(mktemp -d)
            trap 'rm -rf "$trial"' EXIT
            timeout %d /srv/shop/bin/build /srv/shop "$trial/release" > /dev/null 2>&1
            built=$?
            # Then nobody knows.
            [ "$built" != 124 ] || exit 124
            if [ "$built" = 0 ] &&
                diff -rq "$trial/release/classes" /opt/shop/current/classes > /dev/null &&
                diff -rq "$trial/release/db" /opt/shop/current/db > /dev/null
            then exit 0; fi
            echo "${newer:-$release}"
            """.formatted(LIMIT.minusSeconds(20).toSeconds());

    private Release() {}

    /** Fails where the next roll-out would bring back what a mend has taken away, or the other way round. */
    static void assertBuiltFromTheSources(Lab lab) {
        String different = lab.on("app").sudo(DIFFERENT, LIMIT).orThrow().out().strip();
        assertThat(different)
                .withFailMessage("What runs was not built from /srv/shop as it stands (see %s): the next roll-out, "
                        + "whoever makes it, would change the shop again", different)
                .isEmpty();
    }
}
