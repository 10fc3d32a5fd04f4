package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import oncall.cli.FakeHost.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {
    @Test void theTableHasStepsTheirLongerStagesAndRatios() {
        String text = BenchmarkCommand.text(List.of(new Timing(BenchmarkCommand.FROM_OFF, Timing.WHOLE, 3, 40, 1),
            new Timing(BenchmarkCommand.FROM_OFF, "Restoring the VMs", 3, 10, 0.25), new Timing(BenchmarkCommand.FROM_OFF, "Looking at the host", 3, 0.4, 0.01),
            new Timing("reset", Timing.WHOLE, 3, 30, 0.75)));
        assertThat(text.lines().map(line -> line.replaceAll(" +", " "))).contains("step rounds seconds ratio", "up, VMs off 3 40.0 1.00", " Restoring the VMs 3 10.0 0.25", "reset 3 30.0 0.75")
            .noneMatch(line -> line.contains("Looking"));
    }

    @Test void aPlayerWhoIsInThatVeryVariantKeepsTheReport(@TempDir Path folder) {
        FakeHost host = new FakeHost(folder).level("disk-full").write("project/incidents/2026-01-02-disk-full/report.md", "my notes")
            .journal("\"state\":\"PLAYING\",\"level\":\"disk-full\",\"seed\":1,\"detail\":\"report=" + folder.resolve("project/incidents/2026-01-02-disk-full/report.md") + "\"");
        Ended ended = host.run("benchmark", "disk-full", "--yes");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("disk-full is in play", "./lab down");
        assertThat(folder.resolve("project/incidents/2026-01-02-disk-full/report.md")).hasContent("my notes");
        assertThat(host.tools.calls()).noneMatch(call -> call.startsWith("vagrant up") || call.contains("destroy"));
    }

    @Test void whatCannotBeComparedIsNotMeasured(@TempDir Path folder) {
        FakeHost host = new FakeHost(folder).level("disk-full");
        assertThat(host.run("benchmark", "random").err()).contains("by its name");
        assertThat(host.run("benchmark", "--times=0").err()).contains("--times must be 1 or more");
        Ended unknown = host.run("benchmark", "dsk-full", "--yes");
        assertThat(unknown.exit()).isEqualTo(64);
        assertThat(unknown.err()).contains("Did you mean disk-full?");
    }
}
