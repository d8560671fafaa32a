package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What no honest client sends is refused, and whoever sent it hears why.
class StrangeRequestsTest {
    private final TestBed bed = new TestBed(new Shop());
    private final TestClient client = bed.as(Role.CUSTOMER, 1);

    private static final class Shop implements Service {
        @Override
        public String name() {
            return "shop";
        }

        @Override
        public Running start(Env env) {
            return Foundation.of(env, "shop")
                    .serve(
                            new Routes()
                                    .create(
                                            "/shelves/{id}/things",
                                            Access.SIGNED_IN,
                                            _ -> _ -> Reply.created("/things/1", Map.of())));
        }
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void a_path_that_no_table_can_hold_is_refused() {
        var made = client.post("/shelves/a/things", Map.of(), "Idempotency-Key", "k");
        assertThat(made.status()).isEqualTo(201);
        var strange = client.post("/shelves/a%00b/things", Map.of(), "Idempotency-Key", "k");
        assertThat(strange.status()).isEqualTo(404);
        assertThat(strange.code()).isEqualTo("no_such_path");
    }

    /// Hanging up on what is still being sent would take the answer along, more often than not.
    @Test
    void who_sends_a_large_packed_body_hears_that_it_is_refused() {
        var large = "x".repeat(2 << 20);
        for (int i = 0; i < 50; i++) {
            var packed = client.post("/shelves/a/things", large, "Content-Encoding", "gzip");
            assertThat(packed.status()).isEqualTo(415);
            assertThat(packed.code()).isEqualTo("packed_body");
        }
    }

    @Test
    void a_body_that_is_called_plain_is_taken() {
        var plain = client.post("/shelves/a/things", Map.of(), "Content-Encoding", "identity");
        assertThat(plain.status()).isEqualTo(201);
    }
}
