package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.PaymentApi.LedgerCheck;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What doesn't agree is found, told once, and forgotten when it agrees again.
class BookCheckTest {
    private static PaymentBed shop;

    @BeforeAll
    static void start() {
        shop =
                new PaymentBed(
                        provider -> provider,
                        "PAYMENT_CHECK_SECONDS",
                        "1",
                        "PAYMENT_CHECK_PATIENCE_SECONDS",
                        "0");
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    private static LedgerCheck check(boolean full) {
        return shop.operator().get("/ledger/check?full=" + full).as(LedgerCheck.class);
    }

    /// Breaks something, sees that both checks find it, and puts it right again.
    private static void finds(String sentence, String breaks, String mends) {
        shop.query(breaks);
        for (var full : new boolean[] {false, true, false}) {
            var found = check(full);
            assertThat(found.balanced()).isFalse();
            assertThat(found.differences()).anyMatch(what -> what.contains(sentence));
        }
        shop.query(mends);
        assertThat(check(false).differences()).isEmpty();
    }

    @Test
    void a_balance_that_is_wrong_is_found_told_once_and_measured() {
        var order = shop.placeAndCapture();
        assertThat(check(true).differences()).isEmpty();
        shop.query("UPDATE ledger_account SET balance = balance + 5 WHERE account = 'customer:12'");
        PaymentBed.await("a difference", () -> !check(false).balanced());
        var told = shop.bed.neighbour("notification").awaitEvent("payment.ledger_differs", 0);
        assertThat(told.path("what").asText()).contains("customer:12");
        PaymentBed.await(
                "the metric",
                () ->
                        new String(
                                        shop.bed.anyone().get("/metrics").raw().body(),
                                        StandardCharsets.UTF_8)
                                .contains("payment_ledger_differences 2.0"));
        for (int i = 0; i < 3; i++) assertThat(check(i == 1).differences()).hasSize(2);
        shop.query("UPDATE ledger_account SET balance = balance - 5 WHERE account = 'customer:12'");
        assertThat(check(false).differences()).isEmpty();
        // the account, and that all together are not nothing
        assertThat(shop.count("notification", "payment.ledger_differs", 0)).isEqualTo(2);

        finds(
                "Of order " + order,
                "UPDATE payment SET captured = captured - 10, changed_at = now() WHERE order_id = "
                        + order,
                "UPDATE payment SET captured = captured + 10, changed_at = now()"
                        + " WHERE order_id = "
                        + order);
        finds(
                "The provider has",
                "UPDATE provider_charge SET captured = captured - 10",
                "UPDATE provider_charge SET captured = captured + 10");
        finds(
                "is over",
                "UPDATE payment SET ended_at = now() - interval '1 day'",
                "UPDATE payment SET ended_at = NULL");
    }
}
