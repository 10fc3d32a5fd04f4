package oncall;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports run downward only; a package knows the neighbours which this page grants it, and no others. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("oncall");

    /** By package: the packages of this project that it may know. */
    private static final Map<String, Set<String>> KNOWS = new TreeMap<>(Map.ofEntries(
            Map.entry("remote", Set.of()),
            Map.entry("level", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("browser", Set.of()),
            Map.entry("health", Set.of("remote")),
            Map.entry("fault", Set.of("remote", "level")),
            Map.entry("host", Set.of("process")),
            Map.entry("vm", Set.of("level", "process")),
            Map.entry("pager", Set.of("health")),
            Map.entry("grade", Set.of("remote", "level", "health")),
            Map.entry("checks", Set.of("remote", "level", "health", "grade", "browser")),
            Map.entry("session", Set.of(
                    "remote", "level", "process", "health", "fault", "host", "vm", "grade", "pager")),
            Map.entry("cli", Set.of(
                    "remote", "level", "process", "health", "fault", "host", "vm", "grade", "pager", "session"))));

    @Test
    void everyPackageWasScannedAndIsOnThisPage() {
        Set<String> found = new TreeSet<>();
        PROGRAM.forEach(type -> found.add(packageOf(type)));

        assertThat(found).isEqualTo(KNOWS.keySet());
        assertThat(PROGRAM.size()).isGreaterThan(100);
    }

    @Test
    void packagesKnowOnlyWhatTheyAreGranted() {
        KNOWS.forEach((name, known) -> {
            String[] others = KNOWS.keySet().stream()
                    .filter(other -> !other.equals(name) && !known.contains(other))
                    .map(other -> "oncall." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("oncall." + name + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(others)
                    .because(name + " may know " + known).allowEmptyShould(false).check(PROGRAM);
        });
    }

    @Test
    void nothingGoesInACircle() {
        slices().matching("oncall.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        Map.of(
                List.of("net.schmizz..", "com.hierynomus.."), List.of("oncall.remote.."),
                List.of("org.junit.."), List.of("oncall.grade..", "oncall.checks.."),
                List.of("org.assertj.."), List.of("oncall.checks.."),
                List.of("org.apache.commons.exec.."), List.of("oncall.process..", "oncall.cli.."),
                List.of("org.openqa.."), List.of("oncall.browser.."),
                List.of("picocli.."), List.of("oncall.cli.."),
                List.of("oshi.."), List.of("oncall.host..", "oncall.health.."))
                .forEach((library, users) -> noClasses()
                        .that(resideOutsideOfPackages(users.toArray(String[]::new)))
                        .should().dependOnClassesThat().resideInAnyPackage(library.toArray(String[]::new))
                        .check(PROGRAM));
    }

    @Test
    void whatRunsInAGuestNeedsOnlyWhatIsShippedWithIt() {
        classes().that().resideInAPackage("oncall.health.guest..").should()
                .onlyDependOnClassesThat(resideInAnyPackage("oncall.health.guest..", "oshi..", "java.."))
                .check(PROGRAM);
    }

    /** Caught by the name of their parent, or part of what a public type holds. */
    private static boolean seenFromOutside(JavaClass type) {
        return type.isAssignableTo(Throwable.class) || type.getName().equals("oncall.grade.TableBaseline");
    }

    @Test
    void onlyWhatAnotherPackageNeedsIsPublic() {
        List<String> needless = PROGRAM.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers()
                        .contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getSimpleName().endsWith("Main") && !seenFromOutside(type))
                .filter(type -> Stream.concat(Stream.of(type), members(type)).noneMatch(one ->
                        one.getDirectDependenciesToSelf().stream().anyMatch(dependency ->
                                !packageOf(dependency.getOriginClass()).equals(packageOf(type)))))
                .map(JavaClass::getName).sorted().toList();

        assertThat(needless).isEmpty();
    }

    private static Stream<JavaClass> members(JavaClass type) {
        return PROGRAM.stream().filter(other -> other.getName().startsWith(type.getName() + "$"));
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().split("\\.")[1];
    }
}
