package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayTest {
    @TempDir private Path folder;
    private Journal journal;

    @BeforeEach void handedOver() {
        journal = new Journal(folder.resolve("journal.jsonl"));
        journal.record(LabState.INJECTING, "disk-full", 7L, null);
        journal.record(LabState.PLAYING, "disk-full", 7L, Play.handedOver(Path.of("/r.md")));
    }

    private java.util.Optional<Play> play() { return Play.of(journal.entries()); }

    @Test void isInPlayOnceHandedOver() {
        assertThat(play()).hasValueSatisfying(play -> {
            assertThat(play.level()).isEqualTo("disk-full");
            assertThat(play.seed()).isEqualTo(7);
            assertThat(play.report()).isEqualTo(Path.of("/r.md"));
            assertThat(play.fixed()).isFalse();
        });
    }

    @Test void staysInPlayWhenVerifyWasKilled() {
        journal.record(LabState.VERIFYING, "disk-full", 7L, null);
        assertThat(play()).isPresent();
    }

    @Test void remembersThatItWasFixed() {
        journal.record(LabState.VERIFYING, "disk-full", 7L, null);
        journal.record(LabState.PLAYING, "disk-full", 7L, Play.judged("FIXED", true));
        assertThat(play()).hasValueSatisfying(play -> assertThat(play.fixed()).isTrue());
        assertThat(new History(journal.entries()).wasFixed("disk-full")).isTrue();
    }

    @Test void remembersTheFolderOfALevelFromElsewhere() {
        assertThat(play()).hasValueSatisfying(play -> assertThat(play.from()).isNull());
        journal.record(LabState.PLAYING, "our-outage", 7L, Play.handedOver(Path.of("/r.md")), Path.of("/team/levels"));
        journal.record(LabState.VERIFYING, "our-outage", 7L, null, Path.of("/team/levels"));
        assertThat(play()).hasValueSatisfying(play -> assertThat(play.from()).isEqualTo(Path.of("/team/levels")));
    }

    @Test void aLaterVerdictCountsMore() {
        journal.record(LabState.PLAYING, "disk-full", 7L, Play.judged("FIXED", true));
        journal.record(LabState.PLAYING, "disk-full", 7L, Play.judged("NOT_FIXED", false));
        assertThat(play()).hasValueSatisfying(play -> assertThat(play.fixed()).isFalse());
    }

    @Test void isNotInPlayWhileBeingStagedNorAfterwards() {
        journal.record(LabState.INJECTING, "missing-index", 8L, null);
        assertThat(play()).isEmpty();
        journal.record(LabState.STOPPED);
        assertThat(play()).isEmpty();
    }

    @Test void aResetIsNotASecondGame() {
        journal.record(LabState.PLAYING, "disk-full", 7L, Play.handedOver(Path.of("/r.md")));
        journal.record(LabState.PLAYING, "missing-index", 8L, Play.handedOver(Path.of("/s.md")));
        assertThat(new History(journal.entries()).played()).containsExactly("disk-full", "missing-index");
    }
}
