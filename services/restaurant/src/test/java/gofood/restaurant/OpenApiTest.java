package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gofood.contracts.RestaurantApi;
import gofood.contracts.WebhookApi;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static JsonNode document() throws IOException {
        try (var in = OpenApiTest.class.getResourceAsStream("/openapi/restaurant.yaml")) {
            return new YAMLMapper().readTree(in);
        }
    }

    @Test
    void the_schemas_have_the_fields_of_the_contract() throws IOException {
        var schemas = document().at("/components/schemas");
        for (var type : contract()) {
            if (!type.isRecord()) continue;
            // what is required differs between a new dish and a change of one
            var name = type == RestaurantApi.NewItem.class ? "ItemChange" : type.getSimpleName();
            var schema = schemas.path(name);
            var fields = Stream.of(type.getRecordComponents()).toList();
            assertThat(names(schema.path("properties").fieldNames()))
                    .as(name)
                    .containsExactlyElementsOf(fields.stream().map(OpenApiTest::wire).toList());
            var required =
                    fields.stream()
                            .filter(it ->
                                    !it.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(OpenApiTest::wire)
                            .toList();
            var said = new ArrayList<String>();
            schema.path("required").forEach(it -> said.add(it.asText()));
            assertThat(said).as(name).containsExactlyElementsOf(required);
        }
    }

    private static List<Class<?>> contract() {
        return Stream.of(RestaurantApi.class, WebhookApi.class)
                .<Class<?>>flatMap(file -> Stream.of(file.getDeclaredClasses()))
                .toList();
    }

    private static String wire(RecordComponent component) {
        return Json.snake(component.getName());
    }

    private static List<String> names(Iterator<String> fields) {
        var names = new ArrayList<String>();
        fields.forEachRemaining(names::add);
        return names;
    }
}
