package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import oncall.grade.FakeRemote;
import org.junit.jupiter.api.Test;

/** A service that ends again and again is told from one that runs, was stopped, or is gone. */
class ServiceWatchTest {

    private static final Duration WINDOW = Duration.ofMillis(300);

    @Test
    void aServiceThatRunsOrRestsStaysSo() {
        assertThat(staysSo(look -> unit("loaded", "active", "running", 0))).isTrue();
        assertThat(staysSo(look -> unit("loaded", "active", "running", 7))).as("restarted long ago").isTrue();
        assertThat(staysSo(look -> unit("loaded", "inactive", "dead", 3))).as("stopped on purpose").isTrue();
        assertThat(staysSo(look -> unit("not-found", "inactive", "dead", 0))).as("removed").isTrue();
        assertThat(staysSo(look -> unit("not-found", "failed", "failed", 4))).as("removed while it failed").isTrue();
        assertThat(staysSo(look -> unit("masked", "failed", "failed", 4))).as("masked while it failed").isTrue();
    }

    @Test
    void aServiceThatEndsAgainAndAgainDoesNot() {
        assertThat(staysSo(look -> unit("loaded", "active", "running", look))).as("seen while it is up").isFalse();
        assertThat(staysSo(look -> unit("loaded", "activating", "auto-restart", 0))).as("seen in between").isFalse();
        assertThat(staysSo(look -> unit("loaded", "activating", "auto-restart-queued", 0))).as("seen in between").isFalse();
        assertThat(staysSo(look -> unit("loaded", "failed", "failed", 5))).as("given up").isFalse();
    }

    @Test
    void whatTheMendItselfEndedIsNotHeldAgainstIt() {
        assertThat(staysSo(look -> look == 0 ? unit("loaded", "activating", "auto-restart", 0)
                : unit("loaded", "active", "running", 1))).as("it came back once").isTrue();
        assertThat(staysSo(look -> look == 0 ? unit("loaded", "active", "running", 9)
                : unit("loaded", "active", "running", 0))).as("started by hand, which begins the count anew").isTrue();
    }

    @Test
    void whatDoesNotRunIsLookedAtOnce() {
        FakeRemote app = new FakeRemote("app").on("systemctl show", unit("not-found", "inactive", "dead", 0));
        ServiceWatch.staysAsItIs(app, "tool.service", Duration.ofHours(1));
        assertThat(app.asked()).hasSize(1);
    }

    /** @param looks what the service manager says, by the number of the look */
    private static boolean staysSo(IntFunction<String> looks) {
        AtomicInteger look = new AtomicInteger();
        FakeRemote app = new FakeRemote("app").on("systemctl show .*tool.service", command -> looks.apply(look.getAndIncrement()));
        return ServiceWatch.staysAsItIs(app, "tool.service", WINDOW);
    }

    private static String unit(String load, String active, String sub, int restarts) {
        return "Id=tool.service\nLoadState=%s\nActiveState=%s\nSubState=%s\nUnitFileState=enabled\nMainPID=1\nNRestarts=%d\n"
                .formatted(load, active, sub, restarts);
    }
}
