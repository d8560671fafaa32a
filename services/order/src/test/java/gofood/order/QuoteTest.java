package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A quote is a promise: what was shown is what is paid, or one is asked again.
class QuoteTest {
    private static TestBed bed;
    private static TestBed hasty;
    private static TestClient customer;

    @BeforeAll
    static void start() {
        bed = new TestBed(new OrderService(), "ORDER_FEE_BUSY", "none");
        hasty =
                new TestBed(
                        new OrderService(), "ORDER_QUOTE_SECONDS", "0", "ORDER_FEE_BUSY", "none");
        customer = bed.as(Role.CUSTOMER, 12);
        TestLastMile.near(bed);
        TestLastMile.near(hasty);
    }

    @AfterAll
    static void stop() {
        bed.close();
        hasty.close();
    }

    private static void serves(TestBed at, Menu menu) {
        at.neighbour("restaurant").answer("GET", "/restaurants/" + menu.restaurantId(), 200, menu);
    }

    private static ObjectNode basket(long restaurant) {
        var json =
                """
                {"restaurant_id": %d, "items": [
                   {"item_id": "301", "quantity": 2, "options": ["1"]},
                   {"item_id": "302", "quantity": 1}],
                 "address": {"lat": 43.739, "lon": 7.425, "text": "1 Rue Grimaldi"},
                 "payment": {"method": "card", "token": "tok_visa"}, "tip": 2.5}\
                """
                        .formatted(restaurant);
        return (ObjectNode) Json.tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode quote(TestClient client, JsonNode basket) {
        var answer = client.post("/quotes", basket);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static ObjectNode with(ObjectNode basket, JsonNode quote) {
        return basket.deepCopy().put("quote", quote.path("quote").asText());
    }

    private static JsonNode placed(TestClient client, JsonNode order) {
        var answer = client.post("/orders", order);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return client.get("/orders/" + answer.body().path("order_id").asLong()).body();
    }

    private static JsonNode refused(TestClient client, JsonNode order, int status, String code) {
        var answer = client.post("/orders", order);
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        return answer.body();
    }

    private static List<String> codes(JsonNode changed) {
        var codes = new ArrayList<String>();
        changed.path("changes").forEach(change -> codes.add(change.path("code").asText()));
        return codes;
    }

    private static JsonNode change(JsonNode changed, String code) {
        for (var change : changed.path("changes"))
            if (change.path("code").asText().equals(code)) return change;
        throw new AssertionError("no " + code + " in " + changed);
    }

    @Test
    void a_quote_says_all_of_the_price_and_an_order_without_one_costs_the_same() {
        serves(bed, TestMenus.open(101));
        var quote = quote(bed.anyone(), basket(101));
        var price = quote.path("price");
        assertThat(price.path("items_total").decimalValue()).isEqualByComparingTo("33.98");
        assertThat(price.path("service_fee").decimalValue()).isEqualByComparingTo("1.70");
        assertThat(price.path("tip").decimalValue()).isEqualByComparingTo("2.50");
        assertThat(price.path("taxes")).hasSize(3);
        assertThat(quote.at("/items/1/line").asInt()).isEqualTo(2);
        assertThat(quote.at("/items/1/vat_percent").decimalValue()).isEqualByComparingTo("5.5");
        assertThat(placed(customer, with(basket(101), quote)).path("price")).isEqualTo(price);
    }

    @Test
    void what_was_promised_is_paid_though_prices_have_risen() {
        serves(bed, TestMenus.open(102));
        var quote = quote(customer, basket(102));
        serves(bed, TestMenus.with(TestMenus.open(102), "301", d -> TestMenus.costing(d, 1999)));
        var order = placed(customer, with(basket(102), quote).put("note", "ring twice"));
        assertThat(order.path("price")).isEqualTo(quote.path("price"));
        assertThat(order.at("/items/0/price").decimalValue()).isEqualByComparingTo("13.99");
        assertThat(quote(customer, basket(102)).at("/price/items_total").decimalValue())
                .isEqualByComparingTo("45.98");
    }

    @Test
    void a_dish_that_sold_out_is_told_and_left_out_of_the_new_quote() {
        serves(bed, TestMenus.open(103));
        var quote = quote(customer, basket(103));
        serves(bed, TestMenus.with(TestMenus.open(103), "302", TestMenus::gone));
        var changed = refused(customer, with(basket(103), quote), 409, "quote_changed");
        assertThat(codes(changed)).startsWith("sold_out").endsWith("total");
        assertThat(change(changed, "sold_out").path("item_id").asText()).isEqualTo("302");
        assertThat(change(changed, "sold_out").path("line").asInt()).isEqualTo(2);
        var total = change(changed, "total");
        assertThat(total.path("before")).isEqualTo(quote.at("/price/total"));
        assertThat(total.path("after")).isEqualTo(changed.at("/quote/price/total"));
        var rest = basket(103);
        rest.withArray("items").remove(1);
        var order = placed(customer, with(rest, changed.path("quote")));
        assertThat(order.path("items")).hasSize(1);
        assertThat(order.at("/price/total")).isEqualTo(total.path("after"));
    }

    @Test
    void without_a_quote_everything_is_refused_as_ever() {
        serves(bed, TestMenus.with(TestMenus.open(104), "302", TestMenus::gone));
        assertThat(refused(customer, basket(104), 409, "sold_out").path("item_id").asText())
                .isEqualTo("302");
    }

    @Test
    void a_kitchen_that_has_closed_has_no_new_quote() {
        serves(bed, TestMenus.open(105));
        var quote = quote(customer, basket(105));
        serves(bed, TestMenus.closed(105));
        var changed = refused(customer, with(basket(105), quote), 409, "quote_changed");
        assertThat(codes(changed)).containsExactly("restaurant_closed");
        assertThat(changed.has("quote")).isFalse();
        assertThat(changed.path("opens_at").asText()).isEqualTo(TestMenus.OPENS.toString());
    }

    @Test
    void when_too_little_is_left_there_is_no_new_quote() {
        serves(bed, TestMenus.open(106));
        var quote = quote(customer, basket(106));
        serves(bed, TestMenus.with(TestMenus.open(106), "301", TestMenus::gone));
        var changed = refused(customer, with(basket(106), quote), 409, "quote_changed");
        assertThat(codes(changed)).containsExactly("sold_out", "below_minimum");
        assertThat(changed.has("quote")).isFalse();
    }

    @Test
    void a_quote_is_good_for_its_own_basket_only() {
        serves(bed, TestMenus.open(107));
        serves(bed, TestMenus.open(108));
        var quote = quote(customer, basket(107));
        var more = basket(107);
        ((ObjectNode) more.at("/items/0")).put("quantity", 3);
        for (var other : List.of(basket(108), more, basket(107).put("tip", 0)))
            refused(customer, with(other, quote), 422, "quote_mismatch");
        var forged = basket(107).put("quote", "x" + quote.path("quote").asText());
        refused(customer, forged, 422, "invalid_quote");
        refused(customer, basket(107).put("quote", "nonsense"), 422, "invalid_quote");
        var foreign = quote(hasty(107), basket(107));
        refused(customer, with(basket(107), foreign), 422, "invalid_quote");
    }

    private static TestClient hasty(long restaurant) {
        serves(hasty, TestMenus.open(restaurant));
        return hasty.as(Role.CUSTOMER, 12);
    }

    @Test
    void an_expired_quote_is_kept_when_nothing_has_become_dearer() {
        var client = hasty(111);
        var quote = quote(client, basket(111));
        assertThat(placed(client, with(basket(111), quote)).path("price"))
                .isEqualTo(quote.path("price"));
        serves(hasty, TestMenus.with(TestMenus.open(111), "301", d -> TestMenus.costing(d, 1000)));
        var cheaper = placed(client, with(basket(111), quote));
        assertThat(cheaper.at("/price/items_total").decimalValue()).isEqualByComparingTo("26.00");
    }

    @Test
    void an_expired_quote_says_exactly_what_has_become_dearer() {
        var client = hasty(112);
        var quote = quote(client, basket(112));
        serves(hasty, TestMenus.with(TestMenus.open(112), "302", d -> TestMenus.costing(d, 700)));
        var changed = refused(client, with(basket(112), quote), 409, "quote_changed");
        var price = change(changed, "price");
        assertThat(price.path("line").asInt()).isEqualTo(2);
        assertThat(price.path("before").decimalValue()).isEqualByComparingTo("6.00");
        assertThat(price.path("after").decimalValue()).isEqualByComparingTo("7.00");
        assertThat(codes(changed)).containsExactly("price", "service_fee", "total");
        assertThat(placed(client, with(basket(112), changed.path("quote"))).path("price"))
                .isEqualTo(changed.at("/quote/price"));
    }

    @Test
    void a_tip_is_paid_in_coins() {
        serves(bed, TestMenus.open(113));
        var refused = refused(customer, basket(113).put("tip", 0.005), 422, "invalid_field");
        assertThat(refused.path("field").asText()).isEqualTo("tip");
        var slip = refused(customer, basket(113).put("tip", 250), 422, "invalid_field");
        assertThat(slip.path("detail").asText()).contains("at most what the dishes cost");
    }

    @Test
    void a_city_may_pay_in_coins_of_no_or_three_decimals() {
        for (var code : List.of("JPY", "KWD")) {
            var currency = new Currency(code);
            serves(bed, TestMenus.in(code, TestMenus.open(117)));
            var quote =
                    Json.read(Json.write(quote(customer, basket(117).put("tip", 2))), Quote.class);
            for (var line : quote.items()) assertThat(currency.holds(line.price())).isTrue();
            for (var part : parts(quote.price()))
                assertThat(currency.holds(part)).as("%s in %s", part, code).isTrue();
            assertThat(quote.price().currency()).isEqualTo(code);
        }
    }

    private static List<Money> parts(Price price) {
        var parts =
                new ArrayList<>(
                        List.of(
                                price.itemsTotal(),
                                price.deliveryFee(),
                                price.serviceFee(),
                                price.smallOrderFee(),
                                price.total()));
        for (var tax : price.taxes()) parts.addAll(List.of(tax.gross(), tax.net(), tax.tax()));
        return parts;
    }

    @Test
    void an_order_for_later_needs_no_open_kitchen_but_a_free_slot() {
        serves(bed, TestMenus.closed(114));
        var slots = bed.anyone().get("/slots?restaurant_id=114").body().path("slots");
        var from = Instant.parse(slots.path(40).path("from").asText());
        var later = basket(114).put("slot_from", from.toString());
        var quote = quote(customer, later);
        assertThat(quote.at("/slot/from").asText()).isEqualTo(from.toString());
        assertThat(quote.path("eta")).isEqualTo(quote.path("slot"));
        for (int i = 0; i < TestMenus.SLOT_CAPACITY; i++) {
            var order = placed(customer, with(later, quote));
            assertThat(order.path("slot")).isEqualTo(quote.path("slot"));
            assertThat(order.path("promised_at")).isEqualTo(quote.at("/slot/to"));
        }
        var changed = refused(customer, with(later, quote), 409, "quote_changed");
        assertThat(codes(changed)).containsExactly("slot_gone");
        assertThat(changed.has("slots")).isTrue();
        refused(customer, later, 409, "slot_gone");
        var between = basket(114).put("slot_from", from.plusSeconds(60).toString());
        refused(customer, between, 422, "invalid_field");
    }

    @Test
    void an_order_for_later_pays_for_its_own_time_of_day() {
        try (var busy = new TestBed(new OrderService(), "ORDER_FEE_BUSY", "03:00-03:30")) {
            TestLastMile.near(busy);
            serves(busy, TestMenus.open(116));
            var fees = new HashMap<LocalTime, JsonNode>();
            for (var slot : busy.anyone().get("/slots?restaurant_id=116").body().path("slots")) {
                var from = Instant.parse(slot.path("from").asText());
                var clock = from.atZone(ZoneId.of("Europe/Monaco")).toLocalTime();
                if (!clock.equals(LocalTime.of(3, 0)) && !clock.equals(LocalTime.of(3, 30)))
                    continue;
                var quote = quote(busy.anyone(), basket(116).put("slot_from", from.toString()));
                fees.put(clock, quote.at("/price/delivery_fee"));
            }
            assertThat(fees.get(LocalTime.of(3, 0)).decimalValue()).isEqualByComparingTo("3.09");
            assertThat(fees.get(LocalTime.of(3, 30)).decimalValue()).isEqualByComparingTo("2.59");
        }
    }

    @Test
    void cash_and_wallet_pass_through_and_a_missing_dish_is_dropped_unless_told() {
        serves(bed, TestMenus.open(115));
        var cash = basket(115);
        cash.putObject("payment").put("method", "cash");
        var order = placed(customer, cash);
        assertThat(order.path("pay_by").asText()).isEqualTo("cash");
        assertThat(order.path("if_unavailable").asText()).isEqualTo("drop");
        var asked = bed.neighbour("payment").awaitEvent("order.placed", id(order));
        assertThat(asked.at("/payment/method").asText()).isEqualTo("cash");
        var swap = placed(customer, basket(115).put("if_unavailable", "swap"));
        assertThat(swap.path("if_unavailable").asText()).isEqualTo("swap");
    }

    private static long id(JsonNode order) {
        return order.path("order_id").asLong();
    }
}
