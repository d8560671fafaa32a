package gofood.payment.provider;

import static gofood.payment.provider.ProviderDesk.newPayment;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.GatewayApi.Faults;
import gofood.contracts.GatewayApi.ProviderFault;
import gofood.contracts.UserApi.Role;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Standing;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The simulated provider as it misbehaves on purpose.
class ProviderFaultTest {
    private static ProviderDesk desk;

    @BeforeAll
    static void start() {
        desk =
                new ProviderDesk(
                        "PAYMENT_WEBHOOK_SECRET",
                        "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=",
                        "PAYMENT_PROVIDER_MILLIS",
                        "1-5",
                        "PAYMENT_PROVIDER_TIMEOUT_MILLIS",
                        "500",
                        "FAULTS",
                        "on");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static void misbehave(int declines, int timesOut, int delay) {
        misbehave(new ProviderFault(declines, timesOut, delay, null, null));
    }

    private static void misbehave(ProviderFault fault) {
        var answer = desk.bed().as(Role.OPERATOR, 1).put("/faults", new Faults(List.of(), fault));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void good_cards_are_declined_and_stay_so_when_asked_again() {
        misbehave(100, 0, 0);
        var payment = newPayment();
        var declined = new Authorization.Declined("card_declined");
        assertThat(desk.authorize(payment, "tok_visa")).isEqualTo(declined);
        misbehave(0, 0, 0);
        assertThat(desk.authorize(payment, "tok_visa")).isEqualTo(declined);
        assertThat(desk.authorize(newPayment(), "tok_visa"))
                .isInstanceOf(Authorization.Authorized.class);
    }

    @Test
    void charges_happen_that_are_never_answered() {
        misbehave(0, 100, 0);
        var payment = newPayment();
        assertThat(desk.authorize(payment, "tok_visa")).isEqualTo(new Authorization.Unknown());
        assertThat(desk.provider().lookup(payment)).isInstanceOf(Standing.Authorized.class);
        misbehave(0, 0, 0);
    }

    @Test
    void every_answer_comes_later() {
        misbehave(0, 0, 200);
        var started = System.nanoTime();
        var authorization = desk.authorize(newPayment(), "tok_visa");
        assertThat(authorization).isInstanceOf(Authorization.Authorized.class);
        assertThat((System.nanoTime() - started) / 1_000_000).isGreaterThanOrEqualTo(200);
        misbehave(0, 0, 0);
    }

    @Test
    void every_webhook_comes_twice() {
        misbehave(new ProviderFault(0, 0, 0, 100, null));
        var payment = newPayment();
        desk.authorize(payment, "tok_visa");
        misbehave(0, 0, 0);
        ProviderDesk.await("two webhooks", () -> noticesOf(payment) == 2);
    }

    private static long noticesOf(long payment) {
        return desk.notices().stream().filter(notice -> notice.paymentId() == payment).count();
    }

    @Test
    void webhooks_overtake_each_other() {
        misbehave(new ProviderFault(0, 0, 0, null, 60_000));
        var payments = LongStream.range(0, 8).map(_ -> newPayment()).boxed().toList();
        for (var payment : payments) desk.authorize(payment, "tok_visa");
        misbehave(0, 0, 0);
        assertThat(payments).isNotEqualTo(inOrderOfTheirWebhooks(payments));
    }

    private static List<Long> inOrderOfTheirWebhooks(List<Long> payments) {
        return desk.db()
                .tx(tx ->
                        tx.list(
                                """
                                SELECT payment_id FROM provider_webhook
                                  JOIN timer ON kind = ? AND key = sending::text
                                 WHERE payment_id = ANY (?) ORDER BY at
                                """,
                                row -> row.number("payment_id"),
                                WebhookSender.SEND,
                                payments.toArray(Long[]::new)));
    }
}
