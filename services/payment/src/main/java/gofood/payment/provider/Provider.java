package gofood.payment.provider;

import gofood.contracts.Money;
import gofood.platform.wire.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Who moves the money: authorises first and captures later. A call with a key that was used before
/// does nothing and answers as before. Every call returns within [ProviderConfig#timeout], well
/// below what a timer or a client waits; when no answer came by then the result is unknown, and the
/// money may have moved or not.
public interface Provider {
    Authorization authorize(Charge charge, String key);

    Answer capture(String reference, Money amount, String key);

    Answer voidAuthorization(String reference, String key);

    Answer refund(String reference, Money amount, String key);

    /// What stands in the provider's books under our number.
    Standing lookup(long paymentId);

    /// What it has taken for us and not given back, in thousandths for each currency, where it can
    /// tell.
    default Optional<Map<String, Long>> takings() {
        return Optional.empty();
    }

    /// Checks a webhook's signature and reads it.
    ///
    /// @param header finds a header of the request
    /// @return nothing when it is about something that we don't follow
    /// @throws Refused 401 unless it was signed by the provider a moment ago
    Optional<Notice> read(byte[] body, Function<String, Optional<String>> header);

    /// @param paymentId our number, which the provider keeps beside its own reference
    /// @param token stands for the customer's card; never logged
    record Charge(long paymentId, Money amount, String currency, String token) {
        @Override
        public String toString() {
            return "charge of payment " + paymentId;
        }
    }

    sealed interface Authorization {
        /// @param reference the provider's own, for everything that follows
        record Authorized(String reference) implements Authorization {}

        record Declined(String reason) implements Authorization {}

        /// No answer, or only that it is being worked on.
        record Unknown() implements Authorization {}
    }

    sealed interface Answer {
        record Done() implements Answer {}

        record Refused(String reason) implements Answer {}

        record Unknown() implements Answer {}
    }

    sealed interface Standing {
        record NotFound() implements Standing {}

        record Processing() implements Standing {}

        record Authorized(String reference) implements Standing {}

        record Declined(String reason) implements Standing {}

        record Captured(String reference, Money amount) implements Standing {}

        record Voided() implements Standing {}

        /// The provider did not answer.
        record Silent() implements Standing {}
    }

    /// What a webhook reports. It is only a hint: webhooks come twice, late and out of order, so
    /// what is true is looked up.
    record Notice(long paymentId, Report report) {}

    enum Report {
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        VOIDED,
        REFUNDED
    }
}
