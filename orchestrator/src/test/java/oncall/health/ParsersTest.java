package oncall.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Captured output of the real commands; see the folder of this test's resources. */
class ParsersTest {

    @Test
    void readsUnits() {
        assertThat(UnitStatus.parse(fixture("systemctl-show.txt"))).containsExactly(
                new UnitStatus("shop-api@8081.service", "loaded", "active", "running", "enabled", 1234, 2),
                new UnitStatus("shop-worker.service", "masked", "inactive", "dead", "masked", 0, 0),
                new UnitStatus("shop-none.service", "not-found", "inactive", "dead", "", 0, 0),
                new UnitStatus("postgresql@17-main.service", "loaded", "activating", "auto-restart",
                        "enabled-runtime", 0, 17));
    }

    @Test
    void tellsWhatRunsAndWhatStartsAtBoot() {
        var units = UnitStatus.parse(fixture("systemctl-show.txt"));

        assertThat(units).extracting(UnitStatus::running).containsExactly(true, false, false, false);
        assertThat(units).extracting(UnitStatus::enabled).containsExactly(true, false, false, true);
    }

    @Test
    void readsListeningPorts() {
        assertThat(ListeningPort.parse(fixture("ss-ltn.txt"))).containsExactly(
                new ListeningPort("*", 80), new ListeningPort("127.0.0.1", 8000), new ListeningPort("*", 9100),
                new ListeningPort("10.77.0.14", 53), new ListeningPort("::1", 953),
                new ListeningPort("127.0.0.54", 53), new ListeningPort("*", 22));
        assertThat(new ListeningPort("127.0.0.1", 1).onlyLocal()).isTrue();
        assertThat(new ListeningPort("*", 1).onlyLocal()).isFalse();
    }

    @Test
    void readsRightsOfPaths() {
        var paths = PathStatus.parse(fixture("stat.txt"));

        assertThat(paths).containsExactly(
                new PathStatus("/etc/shop/shop.properties", "0640", "root", "shop", "regular file", 2048),
                new PathStatus("/tmp", "1777", "root", "root", "directory", 300),
                new PathStatus("/var/lib/a|b c", "0000", "UNKNOWN", "shop", "regular empty file", 0));
        assertThat(paths.get(0).rights()).isEqualTo("0640 root:shop");
    }

    @Test
    void readsSpaceOfFileSystems() {
        assertThat(FileSystemSpace.parse(fixture("df.txt"))).containsExactly(
                new FileSystemSpace("/dev/vda", "ext4", 8_350_298_112L, 2_400_000_000L, 5_504_761_856L, "/"),
                new FileSystemSpace("/dev/vdb", "ext4", 1_020_702_720L, 1_003_704_320L, 0, "/var/lib/shop"),
                new FileSystemSpace("tmpfs", "tmpfs", 102_400L, 0, 102_400L, "/run/a b"));
    }

    @Test
    void readsDeletedFilesThatAreHeldOpen() {
        assertThat(DeletedFile.parse(fixture("lsof.txt"))).containsExactly(
                new DeletedFile(812, "upload-scanner", "/var/lib/shop/scan.log", 734_003_200L),
                new DeletedFile(990, "java", "/var/lib/shop/incoming/x (deleted) y", 12L));
    }

    @Test
    void readsServersBehindTheBalancer() {
        var servers = BalancerServer.parse(fixture("haproxy-stat.csv"));

        assertThat(servers).containsExactly(
                new BalancerServer("shop-api", "app1", "UP", "L7OK", 200),
                new BalancerServer("shop-api", "app2", "DOWN", "L7STS", 503));
        assertThat(servers).extracting(BalancerServer::up).containsExactly(true, false);
        assertThat(servers).extracting(BalancerServer::saidError).containsExactly(false, true);
        assertThat(BalancerServer.parse("# pxname,svname,status,check_status,check_code,\nshop-api,app1,UP,L4OK,,\n"))
                .as("the port alone has no code").containsExactly(new BalancerServer("shop-api", "app1", "UP", "L4OK", 0));
        assertThat(BalancerServer.parse("# pxname,svname,status,check_status,check_code,\nshop-api,app1,UP,INI,,\nshop-api,app2,UP,* L7OK,200,\n"))
                .as("a second look is under way at the other").extracting(BalancerServer::unasked).containsExactly(true, false);
        assertThat(BalancerServer.parse("Permission denied\n")).isEmpty();
        assertThat(BalancerServer.parse("")).isEmpty();
    }

    @Test
    void nothingIsReadFromNothing() {
        assertThat(UnitStatus.parse("")).isEmpty();
        assertThat(ListeningPort.parse("")).isEmpty();
        assertThat(PathStatus.parse("")).isEmpty();
        assertThat(FileSystemSpace.parse("")).isEmpty();
        assertThat(DeletedFile.parse("")).isEmpty();
    }

    private static String fixture(String name) {
        try (InputStream in = ParsersTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
