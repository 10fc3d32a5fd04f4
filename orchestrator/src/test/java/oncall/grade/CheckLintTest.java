package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import oncall.level.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckLintTest {

    @LabChecks
    @Allows(rows = "orders", units = "app/shop-worker", ports = "app:8081", files = "app:/etc/shop/*")
    static final class Sound {

        @Test
        @Symptom
        @DisplayName("customers are served")
        void served() {}
    }

    static final class NothingToJudge {

        @Symptom
        void forgotten() {}
    }

    @LabChecks
    @Allows(rows = "order", units = "shop-worker", ports = {"web:80", "app:http"}, files = "app:etc")
    static final class Careless {

        @Test
        void nameless() {}
    }

    @Test
    void hasNothingToSayOfASoundClass() {
        assertThat(problems(Sound.class)).isEmpty();
    }

    @Test
    void namesWhatKeepsAClassFromJudging() {
        assertThat(problems(NothingToJudge.class, "package x;", "final class NothingToJudge {", "    @Symptom", "    void forgotten() {}")).containsExactly(
                "X.java:2: @LabChecks: the class is not marked @LabChecks, so that its checks get no Lab",
                "X.java:2: @Test: the class has no check: no method is marked @Test",
                "X.java:4: forgotten: is marked @Symptom, but is no check: @Test is missing");
    }

    @Test
    void namesEveryMistakeOfAClassAtOnce() {
        assertThat(problems(Careless.class)).containsExactly(
                "X.java: @Symptom: no check is marked @Symptom, so that nobody can tell whether the fault took",
                "X.java: nameless: the check has no @DisplayName: what is looked at, in a player's words",
                "X.java: @Allows: rows: no watched table 'order'; there are users, products, orders, order_items, fulfilments, invoices",
                "X.java: @Allows: units: 'shop-worker' is not of the form machine/unit",
                "X.java: @Allows: ports: 'web:80': no machine 'web'; the stage has proxy, app",
                "X.java: @Allows: ports: 'app:http' is not of the form machine:port",
                "X.java: @Allows: files: 'app:etc' is not of the form machine:/path");
    }

    private static List<String> problems(Class<?> checks, String... lines) {
        return CheckLint.problems(checks, Path.of("X.java"), List.of(lines), new TestLab("proxy", "app").lab("x").stage())
                .stream().map(Problem::toString).toList();
    }
}
