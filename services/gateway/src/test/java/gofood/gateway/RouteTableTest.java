package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table = RouteTable.whole();

    @ParameterizedTest
    @CsvSource({
        "/users, user",
        "/users/1/addresses, user",
        "/guests, user",
        "/sessions/refresh, user",
        "/.well-known/jwks.json, user",
        "/restaurants, restaurant",
        "/restaurants/7/items/301, restaurant",
        "/restaurants/7/webhooks/3/test, restaurant",
        "/callback/restaurants/orders, restaurant",
        "/orders/7/stream, order",
        "/quotes, order",
        "/slots, order",
        "/promotions/BONJOUR, order",
        "/problems/3/resolve, order",
        "/callback/orders/7/complete, order",
        "/payments/7/refunds, payment",
        "/webhooks/provider, payment",
        "/ledger/check, payment",
        "/statements, payment",
        "/payouts, payment",
        "/receipts/7, payment",
        "/wallet, payment",
        "/wallets/12/credits, payment",
        "/deliveries/7, delivery",
        "/couriers/7/shift, delivery",
        "/offers, delivery",
        "/notifications/stream, notification",
        "/addresses/nearest, city",
        "/places, city",
        "/map/14/8531/5975.mvt, city",
        "/map/style.json, city",
        "/routes, city",
        "/matrix, city",
        "/zones/restrictions, city",
        "/estimates/accuracy, delivery",
        "/tracking/abc/stream, order",
        "/delivery-prices, order",
        "/applications, user",
        "/erasures/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed, user",
        "/simulator, simulator",
    })
    void each_path_has_its_service(String path, String service) {
        assertThat(table.find(path)).hasValue(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events",
                "/ledgers",
                "/walletx",
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
        var nested = new RouteTable().to("a", "/a").to("c", "/a/b/c").to("b", "/a/b");
        assertThat(nested.find("/a/b/c/d")).hasValue("c");
        assertThat(nested.find("/a/b/cc")).hasValue("b");
        assertThat(nested.find("/a/bb")).hasValue("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users",
                "/users/7/addresses",
                "/restaurants",
                "/restaurants/7",
                "/orders",
                "/payments",
                "/payments/7/refunds",
                "/deliveries",
                "/couriers",
                "/restaurants/7/webhooks",
                "/restaurants/7/webhooks/3/deliveries/msg_1/replay"
            })
    void a_creation_honours_keys(String path) {
        assertThat(table.creates(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/guests",
                "/sessions",
                "/sessions/refresh",
                "/users/7",
                "/users/7/addresses/8",
                "/users//addresses",
                "/restaurants/7/items",
                "/callback/restaurants/orders",
                "/quotes",
                "/orders/7",
                "/orders/7/cancel",
                "/callback/orders/7/complete",
                "/payments/7",
                "/webhooks/provider",
                "/deliveries/7/deliver",
                "/couriers/7/positions",
                "/offers/7/accept",
                "/notifications/read"
            })
    void any_other_post_does_not(String path) {
        assertThat(table.creates(path)).isFalse();
    }

    /// As the services' own descriptions say it.
    @Test
    void what_honours_keys_is_what_the_services_say_and_every_path_of_theirs_is_known()
            throws IOException {
        for (var service : RouteTable.SERVICES) {
            var file = "../%s/src/main/resources/openapi/%s.yaml".formatted(service, service);
            var document = new YAMLMapper().readTree(Path.of(file).toFile());
            for (var path : document.path("paths").properties()) {
                var called = path.getKey().replaceAll("\\{[^}]+}", "7");
                var inside = INSIDE.contains(called);
                assertThat(table.find(called))
                        .as(called)
                        .isEqualTo(inside ? Optional.empty() : Optional.of(service));
                var post = path.getValue().path("post");
                if (post.isMissingNode()) continue;
                var keyed = false;
                for (var parameter : post.path("parameters"))
                    keyed |= parameter.toString().matches("(?i).*idempotency-?key.*");
                assertThat(table.creates(called)).as(service + " " + called).isEqualTo(keyed);
            }
        }
    }

    /// Only other services may ask.
    private static final Set<String> INSIDE = Set.of("/alerts");

    @Test
    void only_what_the_gateway_answers_itself_is_ours() {
        var own =
                GatewayService.pages(
                        new Screens("web"), new WholeStatus(Map.of()), new Docs(Map.of()));
        var beside = RouteTable.whole().beside(own);
        for (var path : List.of("/", "/status", "/docs", "/docs/start.js"))
            assertThat(beside.isOurs(path)).as(path).isTrue();
        for (var path : List.of("/orders", "/docs/a/b", "/statusx"))
            assertThat(beside.isOurs(path)).as(path).isFalse();
    }
}
