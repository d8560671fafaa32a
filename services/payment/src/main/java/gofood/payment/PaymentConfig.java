package gofood.payment;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.payment.provider.ProviderConfig;
import gofood.payment.settlement.Rates;
import gofood.platform.run.Env;
import java.time.Duration;

/// The settings of the payment service.
///
/// @param currency in which credit is given
/// @param retryFirst the pause before the provider is asked again; doubled each time
/// @param retryLongest the longest pause
/// @param stuckAfter how long the provider may be silent before an operator is told
/// @param cashMost the largest order that can be paid in cash
/// @param refundsMost how many refunds operators may give on one payment
/// @param checkEvery how often the books are checked
/// @param checkPatience how long money may still lie on a customer's account after the order's end
record PaymentConfig(
        ProviderConfig provider,
        Rates rates,
        Currency currency,
        Duration retryFirst,
        Duration retryLongest,
        Duration stuckAfter,
        Money cashMost,
        int refundsMost,
        Duration checkEvery,
        Duration checkPatience) {
    static PaymentConfig from(Env env) {
        return new PaymentConfig(
                ProviderConfig.from(env),
                Rates.from(env),
                new Currency(env.text("CURRENCY", "EUR")),
                Duration.ofMillis(env.number("PAYMENT_RETRY_FIRST_MILLIS", 1_000)),
                env.seconds("PAYMENT_RETRY_LONGEST_SECONDS", 15),
                env.seconds("PAYMENT_STUCK_SECONDS", 60),
                Money.of(env.decimal("PAYMENT_CASH_MOST", "150.00")),
                env.number("PAYMENT_REFUNDS_MOST", 20),
                env.seconds("PAYMENT_CHECK_SECONDS", 60),
                env.seconds("PAYMENT_CHECK_PATIENCE_SECONDS", 300));
    }
}
