package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that visitors are sent with, by this host's shell, with a stand-in for the back end. */
class VisitorsTest {

    /** Sums up what it tells of offers kept: 100 at first, 130 after three visitors. */
    private static final String BACK_END = """
            case $* in
                *metrics) echo look >> looks; [ $(wc -l < looks) -lt 2 ] && kept=1.0E2 || kept=130.0
                    printf 'jvm 1\\nshop_cache_entries{cache="offers"} %s\\n' "$kept" ;;
                *) printf '200\\n503\\n200\\n' ;;
            esac
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsComparedWithBefore() throws Exception {
        Visitors visitors = send(BACK_END);

        assertThat(visitors.answered()).isEqualTo(2);
        assertThat(visitors.kept()).isEqualTo(30);
        assertThat(visitors.swapped()).isNotNegative();
    }

    @Test
    void aBackEndWithoutSuchAMemoryKeepsNothing() throws Exception {
        assertThat(send("case $* in *metrics) echo jvm 1 ;; *) echo 200 ;; esac").kept()).isZero();
    }

    @Test
    void aBackEndThatDoesNotTellIsNotTakenForOneThatKeepsNothing() throws Exception {
        assertThat(send("case $* in *metrics) exit 28 ;; *) echo 200 ;; esac").kept()).isNegative();
        assertThat(send(BACK_END.replace("*metrics)", "*metrics) [ ! -f looks ] || exit 28;")).kept()).as("the second time").isNegative();
    }

    private Visitors send(String backEnd) throws Exception {
        AppNode node = new AppNode(Files.createTempDirectory(folder, "app"));
        node.program("/stubs/curl", backEnd);
        return Visitors.parse(3, node.run(Visitors.SCRIPT.formatted("8081", "guest", 1, 3)));
    }
}
