package gofood.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.run.Env;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which provider it is, and that wrong settings fail with a sentence.
class ProviderConfigTest {
    private static final Map<String, String> STRIPE =
            Map.of(
                    "PAYMENT_PROVIDER", "stripe",
                    "PAYMENT_STRIPE_KEY", "sk_test_51abc",
                    "PAYMENT_STRIPE_WEBHOOK_SECRET", "whsec_0123456789abcdef");

    private static Env with(String name, String value) {
        var values = new HashMap<>(STRIPE);
        values.put(name, value);
        return new Env(values);
    }

    private static void refuses(Env env, String sentence) {
        assertThatThrownBy(() -> ProviderConfig.from(env))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void stripe_needs_a_key_and_a_webhook_secret_and_nothing_else() {
        var config = (ProviderConfig.Stripe) ProviderConfig.from(new Env(STRIPE));
        assertThat(config.url()).hasToString("https://api.stripe.com");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(8));
        for (var name : new String[] {"PAYMENT_STRIPE_KEY", "PAYMENT_STRIPE_WEBHOOK_SECRET"}) {
            refuses(with(name, ""), "The setting " + name + " is missing.");
            refuses(with(name, "secret"), name + " must be");
        }
    }

    @Test
    void neither_the_key_nor_the_secret_is_ever_shown() {
        assertThat(ProviderConfig.from(new Env(STRIPE)).toString())
                .isEqualTo("Stripe at https://api.stripe.com");
        assertThatThrownBy(() -> ProviderConfig.from(with("PAYMENT_STRIPE_KEY", "pk_live_5xyz")))
                .hasMessageNotContaining("5xyz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_abc", "rk_live_abc", "rk_test_abc", " sk_test_abc "})
    void secret_and_restricted_keys_are_taken(String key) {
        assertThat(ProviderConfig.from(with("PAYMENT_STRIPE_KEY", key))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.stripe.com",
                "https://api.stripe.com/v1",
                "https://me@api.stripe.com",
                "ftp://x",
                "http://127.0.0.1.evil.example"
            })
    void the_key_is_not_sent_openly_nor_anywhere_strange(String url) {
        refuses(with("PAYMENT_STRIPE_URL", url), "PAYMENT_STRIPE_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_PROVIDER,paypal",
        "PAYMENT_PROVIDER_TIMEOUT_MILLIS,8001",
        "PAYMENT_PROVIDER_TIMEOUT_MILLIS,0",
        "PAYMENT_STRIPE_AT_ONCE,0",
        "PAYMENT_STRIPE_AT_ONCE,101"
    })
    void a_setting_out_of_its_range_is_refused(String name, String value) {
        refuses(with(name, value), name);
    }
}
