package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Erased;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What payments know of customer 12, before and after they are erased.
class PersonalPaymentsTest {
    private static Erased erase(PaymentBed payments) {
        var answer =
                payments.bed
                        .asService("user")
                        .post("/personal-data/" + PaymentBed.CUSTOMER + "/erase", "{}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Erased.class);
    }

    private static List<String> books(PaymentBed payments) {
        return payments.query(
                """
                SELECT account || ' ' || currency || ' ' || sum(balance) FROM ledger_account
                 GROUP BY account, currency ORDER BY 1
                """);
    }

    @Test
    void words_go_and_the_books_stay() {
        try (var payments = new PaymentBed(new PaymentService())) {
            var called = payments.placeAndAuthorize("tok_visa");
            payments.cancel(called);
            payments.awaitStatus(called, "Voided");
            var brought = payments.placeAndCapture();
            payments.give(PaymentBed.CUSTOMER, "5.00");
            payments.query("UPDATE payment SET items = jsonb_set(items, '{0,note}', '\"nut\"')");
            var export =
                    payments.bed
                            .asService("user")
                            .get("/personal-data/" + PaymentBed.CUSTOMER)
                            .body();
            assertThat(export.at("/payments/entries")).hasSize(2);
            assertThat(export.at("/credit/0/currency").asText()).isEqualTo("EUR");

            var first = erase(payments);
            assertThat(first.pending()).as("one is not brought yet").isEqualTo(1);
            assertThat(first.erased()).containsEntry("payments", 1);
            assertThat(first.kept()).hasSize(2);
            assertThat(first.kept().getFirst()).contains("ten years");
            assertThat(first.kept().getLast()).contains("5.00 EUR");
            payments.deliver(brought);
            payments.awaitSettled(brought);
            var before = books(payments);
            var second = erase(payments);
            assertThat(second.pending()).isZero();
            assertThat(second.erased()).containsEntry("payments", 1);
            assertThat(erase(payments).erased().values()).containsOnly(0);
            assertThat(
                            payments.query(
                                    """
                                    SELECT payment_id::text FROM payment
                                     WHERE items::text LIKE '%nut%' OR token IS NOT NULL
                                        OR release_reason LIKE '%slow%'
                                    """))
                    .isEmpty();
            assertThat(books(payments)).isEqualTo(before);
            var receipt = payments.operator().get("/payments?order_id=" + brought);
            assertThat(receipt.body().at("/payments/0/status").asText()).isEqualTo("Captured");
        }
    }
}
