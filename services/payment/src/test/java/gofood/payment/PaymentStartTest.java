package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.run.Env;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Wrong settings fail the start with a sentence.
class PaymentStartTest {
    private static void refuses(String sentence, String... settings) {
        var values = new HashMap<String, String>();
        values.put("PAYMENT_WEBHOOK_SECRET", PaymentBed.SECRET);
        values.put("PAYMENT_URL", "http://127.0.0.1:1");
        for (int i = 0; i < settings.length; i += 2) values.put(settings[i], settings[i + 1]);
        assertThatThrownBy(() -> new PaymentService().start(new Env(values)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_start_without_a_good_webhook_secret_fails() {
        assertThatThrownBy(() -> new PaymentService().start(new Env(Map.of())))
                .hasMessage("The setting PAYMENT_WEBHOOK_SECRET is missing.");
        refuses("PAYMENT_WEBHOOK_SECRET", "PAYMENT_WEBHOOK_SECRET", "whsec_");
        refuses("PAYMENT_WEBHOOK_SECRET", "PAYMENT_WEBHOOK_SECRET", "not base64!");
        refuses("at least 24 random bytes", "PAYMENT_WEBHOOK_SECRET", "c2hvcnQ=");
    }

    @Test
    void a_start_with_a_provider_that_is_not_there_fails() {
        refuses("PAYMENT_PROVIDER", "PAYMENT_PROVIDER", "paypal");
        refuses("PAYMENT_STRIPE_KEY", "PAYMENT_PROVIDER", "stripe");
        refuses("PAYMENT_PROVIDER_MILLIS", "PAYMENT_PROVIDER_MILLIS", "fast");
        refuses("at most 8000", "PAYMENT_PROVIDER_TIMEOUT_MILLIS", "60000");
    }

    @Test
    void the_secret_may_be_given_with_or_without_its_prefix() {
        for (var secret : new String[] {PaymentBed.SECRET, PaymentBed.SECRET.substring(6)}) {
            var values = Map.of("PAYMENT_WEBHOOK_SECRET", secret, "PAYMENT_URL", "http://a:1");
            var config = PaymentConfig.from(new Env(values));
            assertThat(config.provider().timeout()).isPositive();
        }
    }
}
