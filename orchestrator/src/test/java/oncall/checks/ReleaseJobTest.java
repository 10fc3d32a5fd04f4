package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import oncall.grade.Baseline;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.StagedLab;
import oncall.grade.TestLab;
import oncall.health.HttpProbe;
import oncall.level.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trial of a job which is going to run, on machines that tell whether it runs and what it does to the table. */
class ReleaseJobTest {

    private static final String QUIET = "\n";
    private static final String GAVE_UP = "alone\n".repeat(8);
    private static final String BLOCKED = List.of(0, 1, 2, 3).stream()
            .map(look -> "look\u001f" + look + "\u001f41\u001f1000.5\u001ff\n").collect(Collectors.joining());

    private final TestLab machines = new TestLab("proxy", "app", "mysql", "postgres", "ops");
    /** Each time that somebody asks; then it is at rest. */
    private final Deque<String> states = new ArrayDeque<>();
    private final Deque<String> watches = new ArrayDeque<>();

    @BeforeEach
    void timed() {
        machines.machine("app").on("pgrep", "ERROR").on("crontab", "").on("systemctl (start|stop)", "")
                .on("systemctl show", command -> HealthyStage.unit("release-418.service", states.isEmpty() ? "inactive" : states.pop(), "enabled"));
        machines.machine("postgres").on("pg_locks", command -> watches.isEmpty() ? QUIET : watches.pop())
                .on("pg_terminate_backend", "");
    }

    @Test
    void whatDoesNothingIsStartedAndWatchedOnce() {
        assertThat(job().tryOut().inTheWay()).isFalse();
        assertThat(commands("app", "systemctl start")).hasSize(1);
        assertThat(commands("postgres", "pg_locks")).hasSize(1);
        assertThat(commands("app", "systemctl stop")).isEmpty();
    }

    @Test
    void whatKeepsTheTableIsEndedAgain() {
        watches.add(BLOCKED);
        assertThat(job().tryOut().lasting()).hasSize(1);
        assertThat(commands("app", "systemctl stop")).hasSize(1);
        assertThat(commands("postgres", "pg_terminate_backend.*ARRAY\\[41]")).hasSize(1);
    }

    @Test
    void whatGivesUpSoonAndComesAgainIsInTheWay() {
        watches.add(GAVE_UP);
        assertThat(job().tryOut().inTheWay()).isTrue();
        assertThat(commands("app", "systemctl stop")).hasSize(1);
    }

    @Test
    void whatWasAboutToGiveUpIsStartedAnew() {
        states.add("active");
        watches.add(QUIET);
        watches.add(GAVE_UP);
        assertThat(job().tryOut().inTheWay()).isTrue();
        assertThat(commands("app", "systemctl start")).hasSize(1);
    }

    @Test
    void whatGoesOnQuietlyIsLeftAtIt() {
        for (int asked = 0; asked < 9; asked++) {
            states.add("active");
        }
        assertThat(job().tryOut().inTheWay()).isFalse();
        assertThat(commands("postgres", "pg_locks")).hasSize(3);
        assertThat(commands("app", "systemctl (start|stop)")).isEmpty();
    }

    private List<String> commands(String machine, String pattern) {
        return machines.machine(machine).asked().stream().filter(command -> command.matches("(?s).*" + pattern + ".*")).toList();
    }

    private ReleaseJob job() {
        Lab plain = machines.lab("schema-change-lock");
        return new ReleaseJob(new StagedLab(plain.level(), new Seed(1, Map.of("host", "app", "job", "release-418")), plain.stage(),
                machines::machine, new HttpProbe(URI.create("http://127.0.0.1:1")),
                new Baseline(Instant.EPOCH, Map.of(), Map.of(), Map.of()), true, new Random(1)));
    }
}
