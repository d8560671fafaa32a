package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gofood.platform.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/// Follows the money of orders through the whole house, as their people and an operator see it.
final class MoneyStory {
    private final Town town;

    MoneyStory(Town town) {
        this.town = town;
    }

    /// From the quote to the payout: what everybody gets adds up to what was paid, at every turn.
    void everyCentHasAnOwner() {
        var quote = quoted("\"tip\":2.00");
        var total = quote.at("/price/total").decimalValue();
        var order = placed(quote, "\"tip\":2.00");
        town.finish(order);
        town.awaitPayment(order, "Captured");
        assertThat(town.payment(order).path("captured").decimalValue()).isEqualByComparingTo(total);
        var receipt = settled(order, total);
        assertThat(receipt.at("/shares/tip").decimalValue()).isEqualByComparingTo("2.00");
        assertThat(receipt.at("/shares/courier").decimalValue()).isPositive();
        assertThat(receipt.at("/shares/restaurant").decimalValue()).isPositive();

        var refund = somethingWasMissing(order);
        settled(order, total.subtract(refund));
        booksAgree();
    }

    /// The same basket is promised a price, with a signature, and sold for it.
    private JsonNode quoted(String wish) {
        var answer = town.customer().post("/quotes", basket(wish));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private long placed(JsonNode quote, String wish) {
        var basket = basket(wish).put("quote", quote.path("quote").asText());
        var answer = town.customer().post("/orders", basket);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("order_id").asLong();
    }

    private ObjectNode basket(String wish) {
        var order = Json.tree(Json.write(town.order("tok_visa")));
        var more = Json.tree(("{" + wish + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var basket = (ObjectNode) order;
        more.properties().forEach(entry -> basket.set(entry.getKey(), entry.getValue()));
        return basket;
    }

    /// Waits until everybody's share stands in the receipt, the courier's too, who is paid for the
    /// ride a moment after the rest.
    private JsonNode settled(long order, BigDecimal kept) {
        return Town.await(
                "the shares of %d, %s in all".formatted(order, kept),
                () -> town.customer().get("/receipts/" + order).body(),
                receipt ->
                        sum(receipt.path("shares")).compareTo(kept) == 0
                                && receipt.at("/shares/courier").decimalValue().signum() > 0);
    }

    private static BigDecimal sum(JsonNode shares) {
        var sum = BigDecimal.ZERO;
        for (var share : shares) sum = sum.add(share.decimalValue());
        return sum;
    }

    private BigDecimal somethingWasMissing(long order) {
        var answer =
                town.customer()
                        .post(
                                "/orders/%d/problems".formatted(order),
                                "{\"kind\":\"missing\",\"items\":[{\"line\":1,\"quantity\":1}]}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().path("status").asText()).isEqualTo("Refunded");
        var refund = answer.body().path("refund").decimalValue();
        assertThat(refund).isPositive();
        Town.await(
                "the refund of " + refund,
                () -> town.payment(order),
                payment -> payment.path("refunded").decimalValue().compareTo(refund) == 0);
        return refund;
    }

    /// Whoever is paid out is owed nothing more, and is not paid twice.
    void payoutsArePaidOnce() {
        var statement =
                town.kitchen()
                        .get(
                                "/statements?restaurant_id=%d&from=%s&to=%s"
                                        .formatted(
                                                town.restaurantId(),
                                                Instant.now().minusSeconds(86_400),
                                                Instant.now().plusSeconds(60)));
        assertThat(statement.status()).as(statement.body().toString()).isEqualTo(200);
        var until = "{\"party\":\"restaurant\",\"until\":\"%s\"}".formatted(Instant.now());
        var first = paidOut(until);
        assertThat(paidOut(until)).isEqualTo(first);
        booksAgree();
    }

    private JsonNode paidOut(String run) {
        var key = UUID.randomUUID().toString();
        var answer = town.operator().post("/payouts", run, "Idempotency-Key", key);
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer.body().path("payouts");
    }

    /// The ledger agrees with itself, with the payments and with the provider.
    void booksAgree() {
        Town.await(
                "books without a difference",
                () -> town.operator().get("/ledger/check").body(),
                check ->
                        check.path("balanced").asBoolean()
                                && check.path("differences").isEmpty()
                                && check.path("entries").asLong() > 0);
    }
}
