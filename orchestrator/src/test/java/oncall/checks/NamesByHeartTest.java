package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesByHeartTest {

    private static final List<String> MACHINES = List.of("proxy", "app", "mysql", "postgres", "ops");
    private static final String OWN = "127.0.0.1 localhost\n127.0.1.1 app.shop.internal app\n::1 localhost ip6-localhost\n";

    @Test
    void aMachineMayKnowItself() {
        assertThat(NamesByHeart.inHosts(OWN + "# 10.77.0.13 postgres\n10.9.9.9 printer\n\n", "app", MACHINES)).isEmpty();
    }

    @Test
    void anotherOneInItsListIsKnownByHeart() {
        assertThat(NamesByHeart.inHosts(OWN + "10.77.0.13\tpostgres.shop.internal  postgres # for now\n", "app", MACHINES))
                .containsExactly("postgres");
        assertThat(NamesByHeart.inHosts(OWN + "10.77.0.12 db mysql", "app", MACHINES)).containsExactly("mysql");
    }

    @Test
    void anAddressInTheConfigurationIsToo() {
        assertThat(inConfiguration("""
                /etc/haproxy/haproxy.cfg:    server app1 10.77.0.11:8081
                /etc/haproxy/haproxy.cfg:    server app2 10.77.0.11:8082
                /etc/shop/shop.properties:# db.postgres.url=jdbc:postgresql://10.77.0.13:5432/shop
                /srv/shop/src/main/java/shop/Api.java:        // such as 10.77.0.13
                """)).containsExactly("/etc/haproxy/haproxy.cfg");
        assertThat(inConfiguration("")).isEmpty();
    }

    @Test
    void whatIsRemarkedBehindASettingIsNone() {
        assertThat(inConfiguration("""
                /etc/haproxy/haproxy.cfg:    server app1 app.shop.internal:8081 # not 10.77.0.21
                /etc/prometheus/prometheus.yml:      - targets: [app.shop.internal:9100]  # 10.77.0.11
                /srv/shop/src/main/java/shop/Api.java:        start(); // such as 10.77.0.13
                /srv/shop/src/main/java/shop/Api.java:        start(/* 10.77.0.13 */);
                """)).isEmpty();
    }

    @Test
    void anAddressBesideARemarkIsOne() {
        for (String line : List.of("/etc/haproxy/haproxy.cfg:    server app1 10.77.0.11:8081 # for now",
                "/etc/nginx/sites-available/api:    proxy_pass http://10.77.0.11:8081;",
                "/etc/shop/shop.properties:stream.host=10.77.0.14",
                "/srv/shop/src/main/java/shop/Api.java:    String a = \"Lantern #1\", b = \"http://10.77.0.11\";",
                "/srv/shop/src/main/java/shop/Api.java:    start(/* the copy */ \"10.77.0.12\");")) {
            assertThat(inConfiguration(line)).as(line).hasSize(1);
        }
    }

    @Test
    void whatWasSetAsideNobodyReads() {
        for (String file : List.of("/etc/shop/shop.properties.bak2", "/etc/shop/shop.properties~", "/etc/shop/worker.properties.orig",
                "/etc/shop/shop.properties.before", "/etc/haproxy/haproxy.cfg.bak-2026-03-02", "/etc/haproxy/.haproxy.cfg.swp",
                "/etc/nginx/conf.d/status.conf.disabled", "/etc/nginx/sites-available/api.old", "/etc/nginx/sites-enabled/.api.swp",
                "/etc/systemd/system/shop-worker.service.d/names.conf.save", "/srv/shop/src/main/java/shop/Api.java.orig")) {
            assertThat(inConfiguration(file + ":x 10.77.0.11")).as(file).isEmpty();
        }
    }

    @Test
    void whatIsReadCountsWhateverItIsCalled() {
        for (String file : List.of("/etc/nginx/sites-enabled/api.bak", "/etc/nginx/sites-enabled/api~", "/etc/nginx/conf.d/old.conf",
                "/etc/nginx/conf.d/api.conf.old.conf", "/etc/systemd/system/shop-worker.service.d/names.conf",
                "/etc/systemd/system/shop-worker-old.service", "/etc/shop/override", "/etc/shop/shop.properties",
                "/srv/shop/src/main/java/shop/old/Names.java", "/etc/haproxy/haproxy.cfg")) {
            assertThat(inConfiguration(file + ":x 10.77.0.11")).as(file).containsExactly(file);
        }
    }

    private static Set<String> inConfiguration(String found) {
        return NamesByHeart.inConfiguration(found, "10.77.0");
    }
}
