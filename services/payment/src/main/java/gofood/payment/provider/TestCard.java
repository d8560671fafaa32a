package gofood.payment.provider;

import java.util.Arrays;

/// The simulated provider's test cards, by the token that stands for them.
enum TestCard {
    VISA("tok_visa", ""),
    MASTERCARD("tok_mastercard", ""),
    DECLINED("tok_declined", "card_declined"),
    INSUFFICIENT_FUNDS("tok_insufficient_funds", "insufficient_funds"),
    EXPIRED("tok_expired_card", "expired_card"),
    /// authorises, and then the call times out
    TIMEOUT_AFTER_CHARGE("tok_timeout_after_charge", ""),
    /// answers "processing"; the result comes by webhook
    LATE("tok_late", ""),
    /// every webhook comes twice
    TWICE("tok_twice", ""),
    CAPTURE_FAILS("tok_capture_fails", ""),
    REFUND_FAILS("tok_refund_fails", ""),
    UNKNOWN("", "unknown_token");

    private final String token;

    /// Why it is declined; empty when it is not.
    final String declined;

    TestCard(String token, String declined) {
        this.token = token;
        this.declined = declined;
    }

    static TestCard of(String token) {
        return Arrays.stream(values())
                .filter(card -> !token.isEmpty() && card.token.equals(token))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
