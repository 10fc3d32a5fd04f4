package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir private Path folder;
    private Path file;
    private Journal journal;

    @BeforeEach void empty() {
        file = folder.resolve("state/journal.jsonl");
        journal = new Journal(file);
    }

    @Test void withoutAJournalThereIsNoStage() { assertThat(journal.last().state()).isEqualTo(LabState.ABSENT); }

    @Test void anotherOrchestratorReadsWhatWasWritten() {
        journal.record(LabState.BOOTING);
        journal.record(LabState.INJECTING, "disk-full", 7L, null);
        JournalEntry last = new Journal(file).last();
        assertThat(last.state()).isEqualTo(LabState.INJECTING);
        assertThat(last.level()).isEqualTo("disk-full");
        assertThat(last.seed()).isEqualTo(7);
        assertThat(last.pid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test void aLineCutShortByACrashIsNoEntryAndSpoilsNone() throws IOException {
        journal.record(LabState.PLAYING, "disk-full", 7L, "report=/r");
        Files.writeString(file, "{\"at\":\"2026-01-01T00:00:00Z\",\"pid\":1,\"state\":\"VERI", StandardOpenOption.APPEND);
        assertThat(journal.last().state()).isEqualTo(LabState.PLAYING);
        journal.record(LabState.STOPPED);
        assertThat(journal.last().state()).isEqualTo(LabState.STOPPED);
        assertThat(journal.entries()).extracting(JournalEntry::state).containsExactly(LabState.PLAYING, LabState.STOPPED);
    }

    @Test void aStateOfANewerVersionDoesNotHideTheRest() throws IOException {
        journal.record(LabState.HEALTHY);
        Files.writeString(file, "{\"at\":\"2026-01-01T00:00:00Z\",\"pid\":1,\"state\":\"EXAMINED\"}\n", StandardOpenOption.APPEND);
        assertThat(journal.last().state()).isEqualTo(LabState.HEALTHY);
    }
}
