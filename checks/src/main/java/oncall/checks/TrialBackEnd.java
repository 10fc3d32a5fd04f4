package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import oncall.grade.Lab;
import oncall.remote.CommandResult;

/**
 * The installed release of the back end, started beside the two that serve customers, as if the node were
 * somewhere else. Nobody but the check that starts it knows its port, and it ends with the question.
 */
final class TrialBackEnd {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int LATE = 124;

    /** Takes a port that is free, and says in its log which. */
    static final String SCRIPT = """
            folder=$(mktemp -d) pid=
            trap 'kill $pid 2>/dev/null; wait; rm -rf "$folder"' EXIT
            printf '%%s\\n' http.port=0 instance.name=trial db.postgres.pool.size=1 db.mysql.pool.size=1 \
            health.timeout-ms=10000 > "$folder/trial.properties"
            chmod -R a+rX "$folder"
            options=$(sed -n 's/^JAVA_OPTS=//p' /etc/shop/api.env)
            setpriv --reuid=shop --regid=shop --init-groups timeout %1$d java $options -Duser.timezone=%2$s \
            -cp '/opt/shop/lib/*:/opt/shop/current/classes' shop.Api /etc/shop/shop.properties "$folder/trial.properties" \
            > "$folder/log" 2>&1 &
            pid=$!
            while kill -0 $pid 2>/dev/null; do
                port=$(sed -n 's/.*serves on port \\([0-9]*\\).*/\\1/p' "$folder/log")
                if [ -n "$port" ] && curl -fs -m 20 "http://127.0.0.1:$port/api/users/today"; then exit 0; fi
                sleep 0.5
            done
            tail -n 5 "$folder/log" >&2
            # 124 where it ran until its time was over.
            status=0
            wait $pid || status=$?
            [ "$status" = 124 ] || exit 1
            exit 124
            """;

    private TrialBackEnd() {}

    /** What it says to {@code /api/users/today} in that zone. */
    static JsonNode todaysUsers(Lab lab, String zone) {
        CommandResult trial = lab.on("app").sudo(SCRIPT.formatted(LIMIT.toSeconds() - 10, zone), LIMIT);
        if (trial.exit() == LATE) {
            throw new IllegalStateException("the back end that was started for a trial did not answer in its time");
        }
        assertThat(trial.ok())
                .withFailMessage("The back end that is installed now does not start: %s", trial.err().strip())
                .isTrue();
        try {
            JsonNode answer = new ObjectMapper().readTree(trial.out());
            if (answer.path("users").isArray()) {
                return answer;
            }
        } catch (JsonProcessingException notJson) {
            // As good as no list.
        }
        throw new AssertionError("The back end that is installed now does not list today's users: " + trial.out());
    }
}
