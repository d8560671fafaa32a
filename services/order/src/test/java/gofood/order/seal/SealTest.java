package gofood.order.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final byte[] SAID = "{\"order\":1001}".getBytes(UTF_8);
    private static final Seal OURS = new Seal(new byte[32], "links");

    @Test
    void what_was_signed_is_read_again() {
        assertThat(OURS.read(OURS.sign(SAID))).hasValue(SAID);
    }

    @Test
    void any_letter_changed_left_out_or_added_makes_it_worthless() {
        var token = OURS.sign(SAID);
        for (int i = 0; i < token.length(); i++) {
            var before = token.substring(0, i);
            var after = token.substring(i + 1);
            assertThat(OURS.read(before + after)).as("without " + i).isEmpty();
            for (var letter : LETTERS.split("")) {
                if (!letter.equals(token.substring(i, i + 1)))
                    assertThat(OURS.read(before + letter + after))
                            .as(letter + " at " + i)
                            .isEmpty();
                assertThat(OURS.read(before + letter + token.substring(i))).isEmpty();
            }
        }
        for (var junk : List.of("", ".", "..", "a.b", token + ".", token + "=", "é." + token))
            assertThat(OURS.read(junk)).as(junk).isEmpty();
    }

    @Test
    void a_token_is_good_for_its_purpose_and_its_key_alone() {
        assertThat(new Seal(new byte[32], "quote").read(OURS.sign(SAID))).isEmpty();
        var other = "another key, also of 32 bytes ..".getBytes(UTF_8);
        assertThat(new Seal(other, "links").read(OURS.sign(SAID))).isEmpty();
    }

    @Test
    void all_replicas_know_each_others_tokens() {
        var env = TestBed.emptyDatabase("order");
        try (var db = Db.open(env, "order", new SimpleMeterRegistry())) {
            assertThat(Seal.open(db, "a").read(Seal.open(db, "a").sign(SAID))).hasValue(SAID);
            assertThat(Seal.open(db, "a").read(Seal.open(db, "b").sign(SAID))).isEmpty();
        }
    }
}
