package gofood.payment.provider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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
