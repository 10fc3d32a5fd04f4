package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class MavenPropertiesTest {
    private static String[] arguments(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) properties.setProperty(pairs[i], pairs[i + 1]);
        return MavenProperties.arguments(properties);
    }

    @Test void aLevelIsStaged() {
        assertThat(arguments("level", "random", "difficulty", "3", "seed", "7", "levels", "/team", "yes", "true"))
            .containsExactly("up", "random", "--seed=7", "--difficulty=3", "--levels=/team", "--yes");
    }

    @Test void aCommandTakesItsLevelAndWhatElseIsGiven() {
        assertThat(arguments("command", "contract", "level", "disk-full", "times", "2", "args", "--only 'right fix'"))
            .containsExactly("contract", "disk-full", "--times=2", "--only", "right fix");
        assertThat(arguments("command", "verify", "yes", "false")).containsExactly("verify");
    }

    @Test void nothingGivenAsksForTheHelp() { assertThat(arguments("seed", "7")).isEmpty(); }
}
