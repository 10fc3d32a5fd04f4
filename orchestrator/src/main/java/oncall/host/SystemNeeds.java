package oncall.host;

import static oncall.host.Need.missing;
import static oncall.host.Need.note;
import static oncall.host.Need.ok;

import java.util.List;
import java.util.Optional;
import oncall.process.ProgramResult;
import oncall.process.Program;
import oncall.process.Programs;

/** The system itself, the JDK and Maven: what has to be there before set-up can do anything. */
final class SystemNeeds implements Examination {
    private static final int JDK_NEEDED = 17;

    private final HostFacts facts;
    private final Programs programs;

    SystemNeeds(HostFacts facts, Programs programs) {
        this.facts = facts;
        this.programs = programs;
    }

    @Override public List<Need> examine() { return List.of(system(), jdk(), maven()); }

    private Need system() {
        String needed = "Linux on x86-64";
        String found = facts.operatingSystem() + ", " + facts.architecture() + ", " + facts.cpus() + " CPUs";
        boolean linux = System.getProperty("os.name").equals("Linux") && facts.architecture().equals("amd64");
        if (!linux) return missing("system", needed, found, "use a Linux host (or a Linux VM) with an x86-64 processor");
        boolean apt = programs.run(Program.of("apt-get", "--version")).ok();
        return apt ? ok("system", needed, found)
            : note("system", needed, found, "set-up installs by itself on Debian and Ubuntu only; elsewhere it prints what to install");
    }

    private Need jdk() {
        int feature = Runtime.version().feature();
        String found = "Java " + Runtime.version();
        boolean compiler = javax.tools.ToolProvider.getSystemJavaCompiler() != null;
        if (feature >= JDK_NEEDED && compiler) return ok("JDK", JDK_NEEDED + " or newer", found);
        return missing("JDK", JDK_NEEDED + " or newer", compiler ? found : found + " without a compiler",
            "sudo apt-get install openjdk-17-jdk-headless");
    }

    private Need maven() {
        String needed = "3.8 or newer";
        String remedy = "sudo apt-get install maven";
        ProgramResult result = programs.run(Program.of("mvn", "--version"));
        if (!result.ok()) return missing("Maven", needed, "no mvn", remedy);
        Optional<Version> version = Version.in(result.out().lines().findFirst().orElse(""));
        if (version.isPresent() && version.get().atLeast(3, 8)) return ok("Maven", needed, version.get().toString());
        return missing("Maven", needed, version.map(Version::toString).orElse(Tools.firstLine(result)), remedy);
    }
}
