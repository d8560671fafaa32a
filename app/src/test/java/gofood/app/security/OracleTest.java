package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gofood.app.Telltale;
import gofood.app.security.Wire.Answer;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The judges of the other tests see what they are to see.
class OracleTest {
    private static final String YAML =
            """
            paths:
              /toys:
                get:
                  responses:
                    '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Toy' } } } }
            components:
              schemas:
                Toy:
                  type: object
                  required: [toy_id, kind, owner]
                  properties:
                    toy_id: { type: integer }
                    kind: { type: string, enum: [bear, car] }
                    owner: { oneOf: [{ type: object, properties: { name: { type: string } } }, { type: 'null' }] }
                    made_at: { type: string, format: date-time }
                    parts: { type: array, items: { type: string } }
            """;
    private static final String GOOD =
            "{\"toy_id\":1,\"kind\":\"bear\",\"owner\":null,\"parts\":[\"ear\"],\"made_at\":\"2026-01-01T00:00:00Z\"}";

    private static List<String> faults(int status, String type, String body) throws IOException {
        JsonNode document = new YAMLMapper().readTree(YAML);
        var operation = new Described("toys", document).operations().getFirst();
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (_, _) -> true);
        return Oracle.faults(
                operation, new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)), "");
    }

    @Test
    void a_good_answer_has_no_fault() throws IOException {
        assertThat(faults(200, "application/json", GOOD)).isEmpty();
        var problem =
                "{\"code\":\"x\",\"status\":404,\"detail\":\"d\",\"trace_id\":\""
                        + "a".repeat(32)
                        + "\"}";
        assertThat(faults(404, "application/problem+json", problem)).isEmpty();
        assertThat(faults(500, "application/problem+json", problem.replace("404", "500")))
                .isNotEmpty();
        assertThat(faults(404, "application/json", problem)).isNotEmpty();
        assertThat(faults(404, "application/problem+json", problem.replace("code", "kode")))
                .isNotEmpty();
        assertThat(faults(404, "application/problem+json", problem.replace("aaaa", "zzzz")))
                .isNotEmpty();
        assertThat(faults(201, "application/json", GOOD)).as("not described").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"toy_id\":\"1\",\"kind\":\"bear\",\"owner\":null}",
                "{\"toy_id\":1.5,\"kind\":\"bear\",\"owner\":null}",
                "{\"toy_id\":1,\"kind\":\"boat\",\"owner\":null}",
                "{\"toy_id\":1,\"kind\":\"bear\"}",
                "{\"toy_id\":1,\"kind\":\"bear\",\"owner\":{\"name\":7}}",
                "{\"toy_id\":1,\"kind\":\"bear\",\"owner\":{\"pin\":\"7\"}}",
                "{\"toy_id\":1,\"kind\":\"bear\",\"owner\":null,\"secret\":1}",
                "{\"toy_id\":1,\"kind\":\"bear\",\"owner\":null,\"made_at\":\"today\"}",
                "{\"toy_id\":1,\"kind\":\"bear\",\"owner\":null,\"parts\":[1]}",
                "[]",
            })
    void what_differs_from_the_description_is_seen(String body) throws IOException {
        assertThat(faults(200, "application/json", body)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.NullPointerException",
                        "at gofood.order.life.Orders.find(Orders.java:77)",
                "ERROR: duplicate key value violates unique constraint",
                        "SELECT * FROM orders WHERE order_id = 1",
                "/tmp/gofood/x", "IllegalStateException: no",
            })
    void what_tells_of_the_inside_is_seen(String inside) throws IOException {
        assertThat(faults(200, "application/json", GOOD.replace("ear\"]", inside + "\"]")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token eyJhbGciOiJFUzI1NiJ9.e30.AAAA",
                "Authorization: Bearer abcdefghijkl",
                "{\"password\":\"x\"}",
                "card tok_visa",
                "eve@example.test came",
                "pay 4111 1111 1111 1111",
                "to Rue Caruana 7",
                "GET /tracking/AbCdEfGhIjKlMnOp",
                "note Sesame-x7",
            })
    void what_no_log_may_have_is_seen(String line) {
        assertThat(Telltale.in("fine\n" + line + "\nfine")).containsExactly(line);
        assertThat(Telltale.in("order 7 was paid, trace 0af7651916cd43dd8448eb211c80319c"))
                .isEmpty();
    }
}
