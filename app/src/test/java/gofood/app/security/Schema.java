package gofood.app.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares an answer with its description, strictly: what is not described must not be there.
record Schema(Described described) {
    List<String> differences(JsonNode value, JsonNode schema) {
        var found = new ArrayList<String>();
        look("", value, schema, found);
        return found;
    }

    private void look(String where, JsonNode value, JsonNode raw, List<String> found) {
        var schema = described.resolved(raw);
        var choices = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
        if (!choices.isEmpty()) {
            for (var choice : choices) if (differences(value, choice).isEmpty()) return;
            var best = new ArrayList<String>();
            look(where, value, choices.get(0), best);
            found.addAll(best);
            return;
        }
        var types = types(schema);
        if (!types.isEmpty() && types.stream().noneMatch(type -> is(value, type))) {
            found.add(where + " is " + value.getNodeType() + ", not " + types);
            return;
        }
        words(where, value, schema, found);
        if (value.isObject()) object(where, value, schema, found);
        if (value.isArray() && schema.has("items"))
            for (int i = 0; i < value.size(); i++)
                look(where + "[" + i + "]", value.get(i), schema.path("items"), found);
    }

    private static void words(String where, JsonNode value, JsonNode schema, List<String> found) {
        if (schema.has("enum") && !isOne(value, schema.path("enum")))
            found.add(where + " is " + value + ", not one of " + schema.path("enum"));
        if (schema.has("const") && !schema.path("const").equals(value))
            found.add(where + " is " + value + ", not " + schema.path("const"));
        if (schema.path("format").asText().equals("date-time")
                && value.isTextual()
                && !isMoment(value.asText())) found.add(where + " is no moment: " + value);
    }

    private static boolean isOne(JsonNode value, JsonNode words) {
        for (var word : words) if (word.equals(value)) return true;
        return false;
    }

    private static boolean isMoment(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void object(String where, JsonNode value, JsonNode schema, List<String> found) {
        var fields = fields(schema);
        for (var required : required(schema))
            if (!value.has(required)) found.add(where + "." + required + " is missing");
        var others = schema.path("additionalProperties");
        value.properties()
                .forEach(field -> {
                    var name = where + "." + field.getKey();
                    var known = fields.get(field.getKey());
                    if (known != null) look(name, field.getValue(), known, found);
                    else if (others.isObject()) look(name, field.getValue(), others, found);
                    else if (!fields.isEmpty() && !others.asBoolean(false))
                        found.add(name + " is not described");
                });
    }

    /// Its own, and those of what it is made of.
    Map<String, JsonNode> fields(JsonNode raw) {
        var schema = described.resolved(raw);
        var fields = new LinkedHashMap<String, JsonNode>();
        for (var part : schema.path("allOf")) fields.putAll(fields(part));
        schema.path("properties")
                .properties()
                .forEach(it -> fields.put(it.getKey(), it.getValue()));
        return fields;
    }

    List<String> required(JsonNode raw) {
        var schema = described.resolved(raw);
        var names = new ArrayList<String>();
        for (var part : schema.path("allOf")) names.addAll(required(part));
        for (var name : schema.path("required")) names.add(name.asText());
        return names;
    }

    List<String> types(JsonNode schema) {
        var types = new ArrayList<String>();
        if (schema.path("type").isArray())
            schema.path("type").forEach(type -> types.add(type.asText()));
        else if (schema.path("type").isTextual()) types.add(schema.path("type").asText());
        return types;
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException(type);
        };
    }
}
