package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.run.Env;
import gofood.platform.wire.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {
    private static final WebhookConfig STRICT = WebhookConfig.from(new Env(Map.of()));
    private static final WebhookConfig LAX =
            WebhookConfig.from(
                    new Env(
                            Map.of(
                                    "RESTAURANT_WEBHOOK_PLAIN",
                                    "on",
                                    "RESTAURANT_WEBHOOK_PRIVATE",
                                    "on")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pos.example.com",
                "https://pos.example.com/gofood?house=7",
                "https://pos.example.com:443/",
                "https://pos.example.com:8443/",
                "https://8.8.8.8/till",
                "https://[2606:4700:4700::1111]/till",
                "https://xn--caf-dma.example/"
            })
    void an_address_on_the_public_internet_will_do(String url) {
        assertThat(CallbackUrl.checked(url, STRICT)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pos.example.com/",
                "ftp://pos.example.com/",
                "file:///etc/passwd",
                "gopher://pos.example.com/",
                "javascript:alert(1)",
                "pos.example.com",
                "//pos.example.com/",
                "https://",
                "https:///path",
                "https://user@pos.example.com/",
                "https://user:word@pos.example.com/",
                "https://pos.example.com@127.0.0.1/",
                "https://pos.example.com/#part",
                "https://pos.example.com:22/",
                "https://pos.example.com:5432/",
                "https://pos.example.com:8080/",
                "https://pos.example.com:0/",
                "https://pos.example.com:99999/",
                "https://pos.example.com./",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://127.0.0.0x1/",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://256.256.256.256/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://pos_example.com/",
                "https://café.example/",
                "https://pos.example.com\\@127.0.0.1/",
                "https://pos example.com/",
                "https://pos.example.com/\r\nHost: other"
            })
    void anything_else_is_refused(String url) {
        assertThatThrownBy(() -> CallbackUrl.checked(url, STRICT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(422);
                            assertThat(refused.extras()).containsEntry("field", "url");
                        });
    }

    @Test
    void it_is_kept_with_its_scheme_in_small_letters() {
        assertThat(CallbackUrl.checked(" HTTPS://POS.example.com/Till ", STRICT))
                .isEqualTo("https://POS.example.com/Till");
    }

    @Test
    void for_trying_out_plain_http_and_private_addresses_can_be_allowed() {
        for (var url : new String[] {"http://127.0.0.1:31337/till", "https://[::1]:9/"})
            assertThat(CallbackUrl.checked(url, LAX)).isEqualTo(url);
        assertThatThrownBy(() -> CallbackUrl.checked("http://2130706433/", LAX))
                .isInstanceOf(Refused.class);
    }
}
