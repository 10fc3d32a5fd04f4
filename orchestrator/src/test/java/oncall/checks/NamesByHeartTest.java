package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(NamesByHeart.inConfiguration("""
                /etc/haproxy/haproxy.cfg:    server app1 10.77.0.11:8081
                /etc/haproxy/haproxy.cfg:    server app2 10.77.0.11:8082
                /etc/shop/shop.properties:# db.postgres.url=jdbc:postgresql://10.77.0.13:5432/shop
                /srv/shop/src/main/java/shop/Api.java:        // such as 10.77.0.13
                """)).containsExactly("/etc/haproxy/haproxy.cfg");
        assertThat(NamesByHeart.inConfiguration("")).isEmpty();
    }
}
