package oncall.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SignUpsTest {

    private final SignUps signUps = new SignUps("before@x", "early@x", "now@x");

    @Test
    void acceptsTheListOfTheDay() {
        assertThatCode(() -> look(2, "now@x", "early@x")).doesNotThrowAnyException();
    }

    @Test
    void aLongListIsCutAtItsOldest() {
        assertThatCode(() -> look(51, "now@x", "other@x")).doesNotThrowAnyException();
    }

    @Test
    void refusesAListOfAnotherDay() {
        assertThatThrownBy(() -> look(0)).hasMessageContaining("just signed up");
        assertThatThrownBy(() -> look(1, "before@x")).hasMessageContaining("just signed up");
        assertThatThrownBy(() -> look(1, "now@x")).hasMessageContaining("right after midnight");
    }

    @Test
    void refusesALongerDay() {
        assertThatThrownBy(() -> look(3, "now@x", "early@x", "before@x")).hasMessageContaining("before midnight");
    }

    private void look(int count, String... emails) {
        ObjectNode list = new ObjectMapper().createObjectNode().put("count", count);
        for (String email : emails) {
            list.withArray("users").addObject().put("email", email);
        }
        signUps.assertListed(list, "The list");
    }
}
