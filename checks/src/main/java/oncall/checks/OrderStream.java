package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import oncall.grade.Lab;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The stream of order events, and how far those who fulfil orders have come with it.
 *
 * @param newest the last event's id; "0-0" where there is none
 * @param delivered the last id that was handed to the group; empty where there is no such group
 * @param stuck ids of events which somebody took more than a minute ago and has not finished
 */
record OrderStream(String newest, String delivered, List<String> stuck) {

    /** The newest event is asked for first: one that comes meanwhile must not look as if it were left behind. */
    private static final String COMMAND = """
            valkey-cli --json XREVRANGE orders + - COUNT 1
            valkey-cli --json XINFO GROUPS orders
            valkey-cli --json XPENDING orders fulfilment IDLE 60000 - + 1000
            """;
    private static final String GROUP = "fulfilment";
    /** For a backlog that is being worked on, on an emulated CPU. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();
    /**
     * The stream remembers its newest deletion. If that lies in front of a group, or at the event which the group got last,
     * nobody can tell any more how much is unread, and monitors say "nothing". So what is remembered, and the count of all
     * events ever added, become what they were. (0-0 cannot be set; 0-1 is in front of all events just the same.)
     */
    private static final String REMOVAL = """
            local stream, event = KEYS[1], ARGV[1]
            local function named(answer)
              local fields = {}
              for i = 1, #answer, 2 do fields[answer[i]] = answer[i + 1] end
              return fields
            end
            local function after(one, other)
              local time, number = one:match("^(%d+)-(%d+)$")
              local otherTime, otherNumber = other:match("^(%d+)-(%d+)$")
              if time == otherTime then return tonumber(number) > tonumber(otherNumber) end
              return tonumber(time) > tonumber(otherTime)
            end
            if redis.call("EXISTS", stream) == 0 then return 0 end
            local before = named(redis.call("XINFO", "STREAM", stream))
            local added = before["entries-added"] - 1
            for _, group in ipairs(redis.call("XINFO", "GROUPS", stream)) do
              if not after(event, named(group)["last-delivered-id"]) then added = before["entries-added"] end
            end
            if redis.call("XDEL", stream, event) == 0 then return 0 end
            local deleted = before["max-deleted-entry-id"]
            if deleted == "0-0" then deleted = "0-1" end
            redis.call("XSETID", stream, before["last-generated-id"], "ENTRIESADDED", added, "MAXDELETEDID", deleted)
            return 1
            """;

    static OrderStream read(Lab lab) {
        return parse(lab.on("ops").run(COMMAND).out());
    }

    static OrderStream parse(String printed) {
        List<JsonNode> answers = printed.lines().filter(line -> !line.isBlank()).map(OrderStream::node).toList();
        JsonNode events = answer(answers, 0);
        String delivered = StreamSupport.stream(answer(answers, 1).spliterator(), false)
                .filter(group -> group.path("name").asText().equals(GROUP))
                .map(group -> group.path("last-delivered-id").asText()).findFirst().orElse("");
        List<String> stuck = StreamSupport.stream(answer(answers, 2).spliterator(), false)
                .map(entry -> entry.path(0).asText()).toList();
        return new OrderStream(events.path(0).path(0).asText("0-0"), delivered, stuck);
    }

    /** Fails unless every event so far was handed out to be worked on, and none was left undone. */
    static void assertWorkedOff(Lab lab) {
        try {
            Looks.every(Duration.ofMillis(500), PATIENCE).until(() -> read(lab).workedOff());
        } catch (ConditionTimeoutException late) {
            OrderStream stream = read(lab);
            assertThat(stream.delivered())
                    .withFailMessage("Nobody is registered any more to fulfil what comes in through the stream of orders")
                    .isNotEmpty();
            assertThat(stream.behind())
                    .withFailMessage("Events of orders wait in the stream, and nobody has taken them")
                    .isFalse();
            assertThat(stream.stuck())
                    .withFailMessage("%d events of orders were taken out of the stream to be worked on, and never finished",
                            stream.stuck().size())
                    .isEmpty();
        }
    }

    /**
     * For a shell: takes an event out as if it had never come.
     *
     * @param event its id, or a variable of the shell that holds it
     */
    static String removal(String event) {
        return "valkey-cli EVAL '" + REMOVAL + "' 1 orders \"" + event + "\"";
    }

    boolean workedOff() {
        return !delivered.isEmpty() && !behind() && stuck.isEmpty();
    }

    /** Whether events wait which nobody has taken. */
    boolean behind() {
        return delivered.isEmpty() || compare(delivered, newest) < 0;
    }

    /** Ids are milliseconds and a number within them. */
    private static int compare(String one, String other) {
        String[] a = one.split("-");
        String[] b = other.split("-");
        int byTime = Long.compareUnsigned(Long.parseLong(a[0]), Long.parseLong(b[0]));
        return byTime != 0 ? byTime : Long.compareUnsigned(Long.parseLong(a[1]), Long.parseLong(b[1]));
    }

    private static JsonNode answer(List<JsonNode> answers, int index) {
        assertThat(answers.size()).withFailMessage("The stream of orders does not answer").isGreaterThan(index);
        return answers.get(index);
    }

    /** A refusal, such as for a stream that is not there, is no JSON. */
    private static JsonNode node(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException refusal) {
            return JSON.createArrayNode();
        }
    }
}
