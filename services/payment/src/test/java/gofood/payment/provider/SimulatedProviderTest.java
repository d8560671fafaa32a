package gofood.payment.provider;

import static gofood.payment.provider.ProviderDesk.TOTAL;
import static gofood.payment.provider.ProviderDesk.newPayment;
import static gofood.payment.provider.ProviderDesk.reference;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Standing;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The simulated provider keeps to the contract.
class SimulatedProviderTest extends ProviderContractTest {
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
                        "1000");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void the_same_asked_many_times_at_once_is_done_once() {
        var payment = newPayment();
        var asked =
                IntStream.range(0, 12)
                        .mapToObj(_ -> aside(() -> authorize(payment, "tok_visa")))
                        .toList();
        var references = asked.stream().map(it -> reference(it.join())).distinct().toList();
        assertThat(references).hasSize(1);
        var reference = references.getFirst();
        var captured =
                IntStream.range(0, 12)
                        .mapToObj(_ ->
                                aside(() -> provider().capture(reference, TOTAL, reference + "-c")))
                        .toList();
        assertThat(captured.stream().map(CompletableFuture::join).distinct())
                .containsExactly(new Answer.Done());
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Captured(reference, TOTAL));
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    @Override
    protected ProviderDesk desk() {
        return desk;
    }

    @Override
    protected String token(Card card) {
        return switch (card) {
            case GOOD -> "tok_visa";
            case DECLINED -> "tok_declined";
            case POOR -> "tok_insufficient_funds";
            case EXPIRED -> "tok_expired_card";
            case NOBODYS -> "tok_nobody_knows";
            case ANSWER_LOST -> "tok_timeout_after_charge";
        };
    }

    /// It sends them by itself.
    @Override
    protected void deliverNews() {}
}
