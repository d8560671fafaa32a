package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.WritableHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer a", "Bearer a, Bearer b", "Digest a=\"x,y\"", "", ",", "a,", " a "})
    void the_values_of_a_field_are_those_that_helidon_finds(String line) {
        var headers = WritableHeaders.create().add(HeaderNames.AUTHORIZATION, line);
        assertThat(Fields.values(headers, HeaderNames.AUTHORIZATION))
                .isEqualTo(headers.values(HeaderNames.AUTHORIZATION));
    }

    @Test
    void a_field_on_two_lines_has_both_values() {
        var headers =
                WritableHeaders.create()
                        .add(HeaderNames.AUTHORIZATION, "Bearer a")
                        .add(HeaderNames.AUTHORIZATION, "Bearer b");
        assertThat(Fields.values(headers, HeaderNames.AUTHORIZATION))
                .isEqualTo(List.of("Bearer a", "Bearer b"));
        assertThat(Fields.values(headers, HeaderNames.ACCEPT)).isEmpty();
    }

    @Test
    void a_connection_is_closed_for_whoever_says_so_among_other_words() {
        assertThat(Fields.sayClose(WritableHeaders.create())).isFalse();
        assertThat(Fields.sayClose(with("keep-alive"))).isFalse();
        assertThat(Fields.sayClose(with("Close"))).isTrue();
        assertThat(Fields.sayClose(with("upgrade, close"))).isTrue();
    }

    private static WritableHeaders<?> with(String connection) {
        return WritableHeaders.create()
                .add(HeaderValues.create(HeaderNames.CONNECTION, connection));
    }
}
