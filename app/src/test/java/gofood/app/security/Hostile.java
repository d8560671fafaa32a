package gofood.app.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes up what clients send: mostly what is described, now and then what nobody should send.
record Hostile(RandomGenerator random, Described described) {
    /// As JSON, since some of it can't be said in any other way.
    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "\"\"",
                    "\" \"",
                    "0",
                    "-1",
                    "1.5",
                    "-0",
                    "1e400",
                    "1e-400",
                    "1E5",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "2147483648",
                    "0.001",
                    "999999999999999999999999999999",
                    "1e30",
                    "\"NaN\"",
                    "NaN",
                    "\"null\"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\ud83d\\ude00\"",
                    "\"\\u202e abc\"",
                    "\"\\u0301\\u0301\\u0301\"",
                    "\"\\uffff\"",
                    "\"' OR 1=1 --\"",
                    "\"%00\"",
                    "\"../../etc/passwd\"",
                    "\"${jndi:ldap://127.0.0.1:1/a}\"",
                    "\"<script>alert(1)</script>\"",
                    "\"%s%n%d\"",
                    "\"9999-12-31T23:59:59Z\"",
                    "\"-999999999-01-01T00:00:00Z\"",
                    "\"+1000000000-12-31T23:59:59.999999999Z\"",
                    "\"1970-01-01T00:00:00+23:59\"",
                    "\"2026-02-30T00:00:00Z\"",
                    "\"4111 1111 1111 1111\"",
                    "[null]",
                    "[[[[[[]]]]]]",
                    "{\"a\":{\"a\":{\"a\":1}}}",
                    "[1,\"2\",null,{}]",
                    "01",
                    "+1",
                    ".5",
                    "'a'");

    private static final List<String> ODD_TEXT =
            List.of(
                    "%00",
                    "%0d%0aX-Evil:%201",
                    "..%2f..%2fetc%2fpasswd",
                    "%2e%2e",
                    "%ff%fe",
                    "%F0%9F%98%80",
                    "%22%27%3b--",
                    "-1",
                    "0",
                    "1e9",
                    "9223372036854775807",
                    "99999999999999999999",
                    "NaN",
                    "null",
                    "true",
                    "%20",
                    "+",
                    "%25",
                    "a%00b",
                    "%ef%bc%91",
                    "1%2b1",
                    "%3Cscript%3E",
                    "MQ",
                    "%7B%7D",
                    "MQ%3D%3D",
                    "LTk5OTk5OTk5OTk5OTk5OTk5OTk5",
                    "9999-12-31T23%3A59%3A59Z",
                    "-999999999-01-01T00%3A00%3A00Z",
                    "%2B1000000000-12-31T23%3A59%3A59Z",
                    "43.73%2C7.42",
                    "Infinity",
                    "0x10",
                    "1,2",
                    "%E2%80%AE");

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// For a path or a query.
    String oddText() {
        return chance(0.05) ? "x".repeat(1 + random.nextInt(3_000)) : one(ODD_TEXT);
    }

    String text(JsonNode rawSchema, String usual) {
        if (chance(0.3)) return oddText();
        if (!usual.isEmpty() && chance(0.8)) return usual;
        var schema = described.resolved(rawSchema);
        if (schema.has("enum")) return one(list(schema.path("enum"))).asText();
        return switch (schema.path("type").asText()) {
            case "integer" -> Long.toString(random.nextLong(-2, 200));
            case "number" -> Double.toString(43.73 + random.nextDouble());
            case "boolean" -> chance(0.5) ? "true" : "false";
            default ->
                    schema.path("format").asText().equals("date-time")
                            ? "2026-11-22T19:30:00Z"
                            : "abc";
        };
    }

    private static List<JsonNode> list(JsonNode array) {
        var all = new java.util.ArrayList<JsonNode>();
        array.forEach(all::add);
        return all;
    }

    /// A body: what is described or usual, with something odd at one place, or none at all.
    ///
    /// @param usual a good one; empty where none is known
    byte[] body(JsonNode schema, String usual) {
        var good = !usual.isEmpty() && chance(0.7) ? usual : value(schema, 0).toString();
        var text = chance(0.15) ? good : bent(good, schema);
        return switch (random.nextInt(40)) {
            case 0 ->
                    text.substring(0, random.nextInt(text.length() + 1))
                            .getBytes(StandardCharsets.UTF_8);
            case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.getBytes(StandardCharsets.UTF_16);
            case 3 -> new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, 0x00};
            case 4 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> ("[".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
            case 6 ->
                    ("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))
                            .getBytes(StandardCharsets.UTF_8);
            case 7 -> ("{\"x\":" + "9".repeat(50_000) + "}").getBytes(StandardCharsets.UTF_8);
            case 8 ->
                    ("{\"reason\":\"" + "x".repeat(1_200_000) + "\"}")
                            .getBytes(StandardCharsets.UTF_8);
            case 9 -> one(ODD).getBytes(StandardCharsets.UTF_8);
            case 10 ->
                    text.replaceFirst("\\{", "{\"user_id\":1,\"status\":\"Delivered\",")
                            .getBytes(StandardCharsets.UTF_8);
            case 11 -> text.replace("\":", "\" :\n\t").getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /// The same JSON with one of its values replaced, dropped or doubled.
    private String bent(String good, JsonNode schema) {
        var tree = Json.tree(good.getBytes(StandardCharsets.UTF_8)).deepCopy();
        var places = new java.util.ArrayList<Place>();
        places(tree, places);
        // what could be said and isn't
        if (tree instanceof ObjectNode object)
            new Schema(described)
                    .fields(schema)
                    .forEach((name, field) -> {
                        if (!object.has(name) && chance(0.3)) object.set(name, value(field, 1));
                    });
        if (places.isEmpty()) return tree.toString();
        var place = one(places);
        return switch (random.nextInt(8)) {
            case 0 -> {
                place.object.remove(place.name);
                yield tree.toString();
            }
            case 1 -> {
                place.object.put(place.name, "x".repeat(1 + random.nextInt(20_000)));
                yield tree.toString();
            }
            default -> {
                place.object.put(place.name, "@@odd@@");
                yield tree.toString().replace("\"@@odd@@\"", one(ODD));
            }
        };
    }

    private record Place(ObjectNode object, String name) {}

    private static void places(JsonNode node, List<Place> found) {
        if (node instanceof ObjectNode object)
            object.fieldNames().forEachRemaining(name -> found.add(new Place(object, name)));
        node.forEach(child -> places(child, found));
    }

    /// Something of this shape.
    JsonNode value(JsonNode raw, int depth) {
        var schema = described.resolved(raw);
        var make = JsonNodeFactory.instance;
        if (depth > 8) return make.nullNode();
        var choices = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
        if (!choices.isEmpty()) return value(one(list(choices)), depth + 1);
        if (schema.has("enum")) return one(list(schema.path("enum")));
        if (schema.has("example") && chance(0.7)) return schema.path("example");
        var shape = new Schema(described);
        var fields = shape.fields(schema);
        if (!fields.isEmpty()) {
            var object = make.objectNode();
            var required = shape.required(schema);
            fields.forEach((name, field) -> {
                if (required.contains(name) || chance(0.4))
                    object.set(name, value(field, depth + 1));
            });
            return object;
        }
        var types = shape.types(schema);
        return switch (types.isEmpty() ? "string" : one(types)) {
            case "integer" -> make.numberNode(schema.path("minimum").asLong(1) + random.nextInt(5));
            case "number" -> make.numberNode(chance(0.5) ? 9.5 : 43.73);
            case "boolean" -> make.booleanNode(chance(0.5));
            case "array" -> make.arrayNode().add(value(schema.path("items"), depth + 1));
            case "object" -> make.objectNode();
            case "null" -> make.nullNode();
            default -> make.textNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-11-23T12:00:00Z";
            case "date" -> "2026-11-23";
            case "email" -> "somebody@example.test";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> schema.has("pattern") ? "1" : "words";
        };
    }
}
