package oncall.grade;

import java.util.List;
import java.util.function.Function;
import oncall.level.StageSpec;
import oncall.remote.Remote;

/** The five machines, well and by the book; a test changes what it is about. */
public final class HealthyStage {

    /** What each database holds. */
    public final FakeTables postgres = new FakeTables("\u001f", 20_000);
    public final FakeTables mysql = new FakeTables("\t", 320_000);

    private final TestLab lab = new TestLab("proxy", "app", "mysql", "postgres", "ops");

    public HealthyStage() {
        for (String machine : List.of("proxy", "app", "mysql", "postgres", "ops")) {
            String unit = machine.equals("app") ? "shop-worker.service" : machine + "d.service";
            machine(machine).on("systemctl list-units", unit + "\nqemu-guest-agent.service\n")
                    .on("systemctl show", command -> unit(unit, "active", "enabled")
                            + (command.contains("qemu-guest-agent")
                            ? "\n" + unit("qemu-guest-agent.service", "active", "static") : ""))
                    .on("^ss ", "LISTEN 0 9 0.0.0.0:22 0.0.0.0:*\nLISTEN 0 9 127.0.0.1:8000 0.0.0.0:*\n"
                            + "LISTEN 0 9 127.0.0.1:45001 0.0.0.0:*\n")
                    .on("^stat ", "755|root|root|directory|4096|/etc\n640|root|shop|regular file|9|/etc/passwd\n");
        }
        machine("app").on("find /var/lib/shop/uploads", "10 one\n20 two\n");
        machine("postgres").on("'max'|'sample'", postgres);
        machine("mysql").on("'max'|'sample'", mysql);
        mysql.total("invoices.rows", "320000");
    }

    public FakeRemote machine(String name) {
        return lab.machine(name);
    }

    public TestLab stage() {
        return lab;
    }

    public Baseline capture() {
        return Baseline.capture(spec(), remotes());
    }

    public StageSpec spec() {
        return lab.lab("x").stage();
    }

    public Function<String, Remote> remotes() {
        return lab::machine;
    }

    public static String unit(String name, String active, String file) {
        return "Id=%s\nLoadState=loaded\nActiveState=%s\nSubState=x\nUnitFileState=%s\nMainPID=1\nNRestarts=0\n"
                .formatted(name, active, file);
    }
}
