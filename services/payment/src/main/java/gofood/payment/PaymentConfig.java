package gofood.payment;

import gofood.payment.provider.ProviderConfig;
import gofood.platform.run.Env;
import java.time.Duration;

/// The settings of the payment service.
///
/// @param retryFirst the pause before the provider is asked again; doubled each time
/// @param retryLongest the longest pause
/// @param stuckAfter how long the provider may be silent before an operator is told
record PaymentConfig(
        ProviderConfig provider, Duration retryFirst, Duration retryLongest, Duration stuckAfter) {
    static PaymentConfig from(Env env) {
        return new PaymentConfig(
                ProviderConfig.from(env),
                Duration.ofMillis(env.number("PAYMENT_RETRY_FIRST_MILLIS", 1_000)),
                env.seconds("PAYMENT_RETRY_LONGEST_SECONDS", 15),
                env.seconds("PAYMENT_STUCK_SECONDS", 60));
    }
}
