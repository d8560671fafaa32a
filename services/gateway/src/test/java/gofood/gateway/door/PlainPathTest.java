package gofood.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.wire.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/../events",
                "/orders/./7",
                "//orders",
                "/orders//7",
                "/orders/..",
                "/orders/%2e%2e/events",
                "/orders/.%2E/events",
                "/orders%2f7",
                "/orders%2F..%2fx",
                "/orders%5c7",
                "/orders\\7",
                "/orders/%00",
                "/orders/\u0000",
                "/orders;x=1",
                "/orders/..;/events",
                "/orders/%3b",
                "/orders/%",
                "/orders/%4",
                "/orders/%zz",
                "/orders/%252e",
                "/orders/%0d%0aX: y",
                "orders",
                "http://elsewhere/orders",
                "/orders/../",
                "//",
                "/orders/\u00e9"
            })
    void a_path_that_can_be_read_in_two_ways_is_refused(String path) {
        assertThatThrownBy(() -> PlainPath.check(path))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/orders/7",
                "/.well-known/jwks.json",
                "/map/1/2/3.mvt",
                "/places/Caf%C3%A9%20de%20Paris",
                "/a..b/...",
                "/x/a+b~c'(d)*!$&,=:@"
            })
    void a_plain_path_is_let_through(String path) {
        assertThatCode(() -> PlainPath.check(path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/", "/guests/", "/docs/", "/orders/7/"})
    void a_slash_at_the_end_is_no_path(String path) {
        assertThatThrownBy(() -> PlainPath.check(path))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404));
    }
}
