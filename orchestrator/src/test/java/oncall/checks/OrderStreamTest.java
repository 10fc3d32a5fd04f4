package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import oncall.grade.TestLab;
import org.junit.jupiter.api.Test;

class OrderStreamTest {

    private static final String NEWEST = "[[\"1795272531998-2\",[\"type\",\"order-created\",\"orderId\",\"3\"]]]\n";
    private static final String NOTHING = "[]\n";

    @Test
    void allWasTakenAndFinished() {
        OrderStream stream = OrderStream.parse(NEWEST + group("1795272531998-2") + NOTHING);

        assertThat(stream).isEqualTo(new OrderStream("1795272531998-2", "1795272531998-2", List.of()));
        assertThat(stream.workedOff()).isTrue();
    }

    @Test
    void whatCameAfterTheLastOneTakenWaits() {
        // As texts the ids would sort the other way round.
        OrderStream stream = OrderStream.parse("[[\"1795272531998-10\",[\"a\",\"b\"]]]\n" + group("1795272531998-9") + NOTHING);

        assertThat(stream.behind()).isTrue();
        assertThat(stream.workedOff()).isFalse();
    }

    @Test
    void whatWasTakenLongAgoIsStuck() {
        OrderStream stream = OrderStream.parse(NEWEST + group("1795272531998-2")
                + "[[\"1795272531986-0\",\"worker-1\",61000,7],[\"1795272531991-0\",\"worker-1\",61000,1]]\n");

        assertThat(stream.stuck()).containsExactly("1795272531986-0", "1795272531991-0");
        assertThat(stream.workedOff()).isFalse();
    }

    @Test
    void aStreamWithoutItsGroupIsNotWorkedOff() {
        OrderStream stream = OrderStream.parse(NEWEST
                + "[{\"name\":\"audit\",\"last-delivered-id\":\"1795272531998-2\"}]\n"
                + "error:\"NOGROUP No such key 'orders' or consumer group 'fulfilment'\"\n");

        assertThat(stream.delivered()).isEmpty();
        assertThat(stream.workedOff()).isFalse();
    }

    @Test
    void aStreamThatWasRemovedHasNeitherEventsNorReaders() {
        OrderStream stream = OrderStream.parse("[]\nerror:\"ERR no such key\"\nerror:\"NOGROUP\"\n");

        assertThat(stream.newest()).isEqualTo("0-0");
        assertThat(stream.workedOff()).isFalse();
    }

    @Test
    void aServerThatDoesNotAnswerIsAFailure() {
        TestLab lab = new TestLab("ops");
        lab.machine("ops").on("valkey-cli", "");

        assertThatThrownBy(() -> OrderStream.read(lab.lab("x"))).isInstanceOf(AssertionError.class)
                .hasMessage("The stream of orders does not answer");
    }

    private static String group(String delivered) {
        return "[{\"name\":\"fulfilment\",\"consumers\":1,\"pending\":0,\"last-delivered-id\":\"" + delivered + "\",\"lag\":null}]\n";
    }
}
