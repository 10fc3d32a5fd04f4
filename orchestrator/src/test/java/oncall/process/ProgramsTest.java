package oncall.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir private Path folder;

    private Programs programs() { return new Programs(new Children(folder.resolve("children"))); }

    @Test void tellsExitCodeAndBothStreamsApart() {
        ProgramResult result = programs().run(bash("echo out; echo err >&2; exit 3"));
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.text()).isEqualTo("out");
        assertThat(result.err().strip()).isEqualTo("err");
        assertThatThrownBy(result::orThrow).isInstanceOf(ProgramFailed.class).hasMessageContaining("exit code 3").hasMessageContaining("err");
    }

    @Test void programThatDoesNotExistIsAResult() {
        assertThat(programs().run(Program.of("no-such-program-anywhere")).exit()).isEqualTo(ProgramResult.NOT_STARTED);
    }

    @Test void argumentsReachTheProgramAsTheyAre() {
        assertThat(programs().run(Program.of("printf", "%s|", "a b", "it's \"x\"", "")).out()).isEqualTo("a b|it's \"x\"||");
    }

    @Test void runsInItsFolderAndElseInTheOrchestrators() throws Exception {
        assertThat(programs().run(bash("pwd -P").in(folder)).text()).isEqualTo(folder.toRealPath().toString());
        assertThat(programs().run(bash("pwd -P")).text()).isEqualTo(Path.of("").toRealPath().toString());
    }

    @Test void linesComeAsTheyArePrintedAndGoIntoTheLog() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Path log = folder.resolve("logs/run.log");
        programs().run(bash("printf '\\033[0mone\\ntwo'").onLine(lines::add).logTo(log));
        assertThat(lines).containsExactly("one", "two");
        assertThat(Files.readString(log)).isEqualTo("\u001b[0mone\ntwo");
    }

    @Test void pastItsLimitEverythingItStartedEnds() throws Exception {
        Path pid = folder.resolve("pid");
        Program slow = bash("sleep 300 & echo $! > " + pid + "; echo waiting; wait").within(Duration.ofSeconds(2));
        assertThatThrownBy(() -> programs().run(slow)).isInstanceOf(ProgramTimedOut.class).hasMessageContaining("within 2 s").hasMessageContaining("waiting");
        awaitEnd(Long.parseLong(Files.readString(pid).strip()));
    }

    @Test void cancellingEndsTheTreeAndFreesItsCaller() throws Exception {
        Programs programs = programs();
        Path pid = folder.resolve("pid");
        AtomicReference<Thread> worker = new AtomicReference<>();
        CompletableFuture<ProgramResult> running = CompletableFuture.supplyAsync(() -> {
            worker.set(Thread.currentThread());
            return programs.run(bash("sleep 300 & echo $! > " + pid + ".next; mv " + pid + ".next " + pid + "; wait"));
        });
        await().until(() -> Files.exists(pid));
        programs.cancel(worker.get());
        assertThatThrownBy(running::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(Cancelled.class);
        awaitEnd(Long.parseLong(Files.readString(pid).strip()));
    }

    @Test void onceCancelledOnlyCleaningUpRuns() {
        Programs programs = programs();
        programs.cancel(new Thread());
        assertThatThrownBy(() -> programs.run(bash("true"))).isInstanceOf(Cancelled.class);
        assertThat(programs.run(bash("echo cleaned").evenWhenCancelled()).text()).isEqualTo("cleaned");
    }

    @Test void childLeftByAKilledParentIsEnded() throws Exception {
        Children children = new Children(folder.resolve("children"));
        Process orphan = new ProcessBuilder("sleep", "300").start();
        children.started(orphan, "sleep 300");
        assertThat(new Children(folder.resolve("children")).endLeftovers()).containsExactly("sleep 300");
        awaitEnd(orphan.pid());
        assertThat(new Children(folder.resolve("children")).endLeftovers()).isEmpty();
    }

    @Test void anotherProcessWithTheSameIdIsLeftAlone() throws Exception {
        Process innocent = new ProcessBuilder("sleep", "300").start();
        try {
            Path children = Files.createDirectories(folder.resolve("children"));
            Files.writeString(children.resolve(Long.toString(innocent.pid())), "12345 vagrant up\n");
            assertThat(new Children(children).endLeftovers()).isEmpty();
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroy();
        }
    }

    private static void awaitEnd(long pid) {
        await().until(() -> ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
    }

    private static Program bash(String script) { return Program.of("bash", "-c", script); }
}
