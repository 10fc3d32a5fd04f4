package oncall.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as Vagrant 2.3.4 with vagrant-libvirt 0.11.2 printed them. */
class BootWatchTest {
    private final List<String> said = new ArrayList<>();
    private final BootWatch watch = new BootWatch(List.of("proxy", "app"), said::add);

    @Test void eachMachineIsAsFarAsItsLastSign() {
        watch.accept("Bringing machine 'proxy' up with 'libvirt' provider...");
        watch.accept("==> proxy: Creating image (snapshot of base box volume).");
        watch.accept("==> app: Creating image (snapshot of base box volume).");
        watch.accept("==> proxy:  -- Memory:            256M");
        watch.accept("==> proxy: Starting domain.");
        watch.accept("==> proxy: Waiting for domain to get an IP address...");
        watch.accept("==> proxy: Waiting for machine to boot. This may take a few minutes...");
        watch.accept("    proxy: SSH address: 127.0.0.1:2301");
        watch.accept("==> proxy: Machine booted and ready!");
        watch.accept("==> proxy: Running provisioner: role (shell)...");
        assertThat(watch.inWords()).isEqualTo("proxy in its role's set-up, app being created");
        assertThat(said).last().isEqualTo("proxy in its role's set-up, app being created");
    }

    @Test void aLaterSignOfAnEarlierStageDoesNotTurnItBack() {
        watch.accept("==> app: Running provisioner: role-files (file)...");
        watch.accept("==> app: Machine booted and ready!");
        assertThat(watch.inWords()).contains("app in its role's set-up");
    }

    @Test void otherMachinesAndOtherLinesAreNoSigns() {
        watch.accept("==> vagrant: A new version of Vagrant is available: 9.9.9");
        watch.accept("    app: Starting domain names cache");
        watch.accept("");
        assertThat(watch.inWords()).isEqualTo("proxy not begun, app not begun");
    }
}
