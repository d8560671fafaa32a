package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.wire.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table = RouteTable.of(Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({
        "/users, user",
        "/users/1/addresses, user",
        "/guests, user",
        "/sessions/refresh, user",
        "/.well-known/jwks.json, user",
        "/restaurants, restaurant",
        "/restaurants/7/items/301, restaurant",
        "/callback/restaurants/orders, restaurant",
        "/orders/7/stream, order",
        "/quotes, order",
        "/callback/orders/7/complete, order",
        "/payments/7/refunds, payment",
        "/webhooks/provider, payment",
        "/ledger/check, payment",
        "/statements, payment",
        "/deliveries/7, delivery",
        "/couriers/7/shift, delivery",
        "/offers, delivery",
        "/notifications/stream, notification",
        "/addresses/nearest, city",
        "/places, city",
        "/map/1/2/3.mvt, city",
        "/routes, city",
        "/matrix, city",
        "/zones, city",
    })
    void each_path_has_its_service(String path, String service) {
        assertThat(table.find(path)).get().extracting("service").isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events",
                "/metrics",
                "/ordersx",
                "/orders.json",
                "/order",
                "/callback",
                "/callback/payments",
                "/Orders",
                "/x/orders",
                "/userspace/1"
            })
    void anything_else_has_none(String path) {
        assertThat(table.find(path)).isEmpty();
    }

    @Test
    void the_longest_prefix_wins_whatever_was_named_first() {
        var nested =
                new RouteTable()
                        .to("a", Duration.ZERO, "/a")
                        .to("c", Duration.ZERO, "/a/b/c")
                        .to("b", Duration.ZERO, "/a/b");
        assertThat(nested.find("/a/b/c/d")).get().extracting("service").isEqualTo("c");
        assertThat(nested.find("/a/b/cc")).get().extracting("service").isEqualTo("b");
        assertThat(nested.find("/a/bb")).get().extracting("service").isEqualTo("a");
    }

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
                "/orders/\u00e9"
            })
    void a_path_that_can_be_read_in_two_ways_is_refused(String path) {
        assertThatThrownBy(() -> PlainPath.check(path)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/orders/7",
                "/orders/",
                "/.well-known/jwks.json",
                "/map/1/2/3.mvt",
                "/places/Caf%C3%A9%20de%20Paris",
                "/a..b/...",
                "/x/a+b~c'(d)*!$&,=:@"
            })
    void a_plain_path_is_let_through(String path) {
        assertThatCode(() -> PlainPath.check(path)).doesNotThrowAnyException();
    }
}
