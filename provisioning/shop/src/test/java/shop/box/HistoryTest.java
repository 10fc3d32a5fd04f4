package shop.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final String BASE_DATE = "2026-01-31";

    @TempDir
    Path directory;

    private Path make(String name, String baseDate) throws Exception {
        Path repository = directory.resolve(name);
        Shell.Result result = Shell.run("history/make-repository.sh", repository, baseDate);
        assertThat(result.exit()).as(result.output()).isZero();
        return repository;
    }

    private static List<String> git(Path repository, String... arguments) throws Exception {
        Object[] command = new Object[arguments.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = repository;
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return Shell.run(command).output().lines().toList();
    }

    @Test
    @DisplayName("the history is long, by several people, before the base date, ends at the working sources, and is always the same")
    void history() throws Exception {
        Path repository = make("repository", BASE_DATE);

        Path again = make("again", BASE_DATE);
        assertThat(git(again, "rev-parse", "HEAD")).as("the same commits from the same sources and date")
                .isEqualTo(git(repository, "rev-parse", "HEAD"));
        List<String> commits = git(repository, "log", "--format=%ae %cs");
        assertThat(commits).hasSizeGreaterThan(12).allSatisfy(commit -> {
            assertThat(commit).contains("@shop.example ");
            assertThat(commit.split(" ")[1]).isLessThan(BASE_DATE);
        });
        assertThat(Set.copyOf(git(repository, "log", "--format=%ae"))).hasSizeGreaterThan(2);
        assertThat(git(repository, "status", "--porcelain")).isEmpty();
        assertThat(git(repository, "ls-files")).contains("bin/deploy", "README.md", "src/main/java/shop/Api.java")
                .noneMatch(file -> file.startsWith("box/") || file.startsWith("history/") || file.contains("/box/"));
        assertThat(git(repository, "log", "--format=%h", "--", "src/main/java/shop/api/ApiServer.java"))
                .as("real intermediate versions").hasSizeGreaterThan(5);
    }
}
