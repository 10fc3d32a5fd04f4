package shop.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
    @Test
    @DisplayName("without parameters it is the first page of ten")
    void defaults() {
        assertThat(Paging.of(null, null)).isEqualTo(new Paging(1, 10));
    }

    @Test
    @DisplayName("the offset of a far page does not overflow")
    void farPage() {
        assertThat(new Paging(2147483647, 100).offset()).isEqualTo(214_748_364_600L);
    }

    @Test
    @DisplayName("a page behind the thousandth order is refused with the way to get there")
    void tooFarBack() {
        assertThat(Paging.of("100", "10").offset()).isEqualTo(990);
        assertThatThrownBy(() -> Paging.of("101", "10"))
                .isInstanceOfSatisfying(ApiError.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("before=");
    }

    @ParameterizedTest(name = "page={0} size={1}")
    @DisplayName("what is no sensible number is refused with the parameter's name")
    @CsvSource({"0,10,page", "-1,10,page", "x,10,page", "2147483648,10,page", "1.5,10,page", "1,0,size", "1,101,size", "1,'',size"})
    void refused(String page, String size, String named) {
        assertThatThrownBy(() -> Paging.of(page, size))
                .isInstanceOfSatisfying(ApiError.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageStartingWith(named + " must be a whole number");
    }
}
