package gofood.payment.provider.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.payment.provider.Provider.Notice;
import gofood.payment.provider.Provider.Report;
import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may tell us something, and what of it concerns us.
class StripeWebhooksTest {
    private static final String OTHER = "whsec_ffffffffffffffffffffffffffffffff";
    private static final long NOW = 1_800_000_000;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    private static final StripeWebhooks WEBHOOKS =
            new StripeWebhooks(new StripeSignature(StripeBed.SECRET, CLOCK));
    private static final byte[] CAPTURED = event("payment_intent.succeeded", "7");

    private static byte[] event(String type, String payment) {
        return """
        {"id":"evt_1","object":"event","type":"%s",
         "data":{"object":{"id":"pi_1","metadata":{"gofood_payment":"%s"}}}}
        """
                .formatted(type, payment)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Notice> read(byte[] body, String header) {
        return WEBHOOKS.read(
                body,
                name -> name.equals("Stripe-Signature") ? Optional.of(header) : Optional.empty());
    }

    private static Optional<Notice> read(byte[] body) {
        return read(body, StripeBed.header(NOW, StripeBed.SECRET, body));
    }

    private static void refuses(byte[] body, String header) {
        assertThatThrownBy(() -> read(body, header))
                .as(header)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @ParameterizedTest
    @CsvSource({
        "payment_intent.amount_capturable_updated,AUTHORIZED",
        "payment_intent.payment_failed,DECLINED",
        "payment_intent.succeeded,CAPTURED",
        "payment_intent.canceled,VOIDED",
        "charge.refunded,REFUNDED"
    })
    void what_happened_to_an_intent_is_read(String type, Report report) {
        assertThat(read(event(type, "7"))).contains(new Notice(7, report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment_intent.created", "customer.created", ""})
    void what_we_do_not_follow_is_dropped(String type) {
        assertThat(read(event(type, "7"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-7", "7.5", "9999999999999999999", "7; DROP TABLE payment"})
    void what_is_not_about_a_payment_of_ours_is_dropped(String payment) {
        assertThat(read(event("payment_intent.succeeded", payment))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "7", "{\"data\":7}", "{\"data\":{\"object\":[]}}"})
    void signed_news_of_another_shape_are_dropped(String body) {
        assertThat(read(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void signed_news_that_are_not_json_are_refused() {
        assertThatThrownBy(() -> read("{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void a_signature_of_somebody_else_or_over_something_else_is_refused() {
        refuses(CAPTURED, StripeBed.header(NOW, OTHER, CAPTURED));
        refuses(CAPTURED, StripeBed.header(NOW, StripeBed.SECRET, event("charge.refunded", "7")));
        var signature = StripeBed.sign(NOW, StripeBed.SECRET, CAPTURED);
        refuses(CAPTURED, "t=" + (NOW - 1) + ",v1=" + signature);
        refuses(CAPTURED, "t=" + NOW + ",v0=" + signature);
        refuses(CAPTURED, "v1=" + signature);
        refuses(CAPTURED, "t=,v1=" + signature);
        refuses(CAPTURED, "t=9999999999999999999,v1=" + signature);
        refuses(CAPTURED, "t=-1,v1=" + signature);
        refuses(CAPTURED, "t=" + NOW);
        refuses(CAPTURED, "t=" + NOW + ",v1=");
        refuses(CAPTURED, "t=" + NOW + ",v1=" + signature.substring(1));
        refuses(CAPTURED, "");
        refuses(CAPTURED, "t=" + NOW + ",v1=0".repeat(10_000) + ",v1=" + signature);
    }

    @Test
    void a_signature_is_good_for_five_minutes() {
        for (var seconds : new long[] {NOW - 300, NOW, NOW + 300})
            assertThat(read(CAPTURED, StripeBed.header(seconds, StripeBed.SECRET, CAPTURED)))
                    .contains(new Notice(7, Report.CAPTURED));
        for (var seconds : new long[] {NOW - 301, NOW + 301})
            refuses(CAPTURED, StripeBed.header(seconds, StripeBed.SECRET, CAPTURED));
    }

    @Test
    void while_the_secret_is_being_replaced_one_of_two_signatures_is_enough() {
        var both =
                "t=%d,v1=%s,v1=%s"
                        .formatted(
                                NOW,
                                StripeBed.sign(NOW, OTHER, CAPTURED),
                                StripeBed.sign(NOW, StripeBed.SECRET, CAPTURED));
        assertThat(read(CAPTURED, both)).contains(new Notice(7, Report.CAPTURED));
    }
}
