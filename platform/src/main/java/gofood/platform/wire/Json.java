package gofood.platform.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gofood.contracts.CardNumbers;
import gofood.contracts.InvalidField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON with `snake_case` names. Requests are read strictly: unknown fields, wrong types, doubled
/// names and missing components are refused with the field's path. What our own services say is
/// read tolerantly, so that a newer one may say more.
public final class Json {
    private static final int MAX_DEPTH = 32;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final ObjectMapper STRICT = mapper(true);
    private static final ObjectMapper TOLERANT = mapper(false);

    /// Looked up once, since that takes longer than reading the JSON.
    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    return Field.of(type);
                }
            };

    private Json() {}

    private static ObjectMapper mapper(boolean strict) {
        var mapper =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .withCoercionConfig(LogicalType.Textual, Json::onlyTexts)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxNumberLength(40)
                                .build());
        return mapper;
    }

    private static void onlyTexts(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    public static byte[] write(Object value) {
        try {
            return TOLERANT.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads what one of our own services or tables says.
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return TOLERANT.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads JSON of no fixed shape, such as a batch of events.
    public static JsonNode tree(byte[] json) {
        return read(json, JsonNode.class);
    }

    /// JSON that is passed on as it is.
    public static TokenBuffer raw(String json) {
        try (var buffer = new TokenBuffer(TOLERANT, false)) {
            buffer.writeRawValue(json);
            return buffer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads what was left unread as a part of something else.
    public static <T> T read(TokenBuffer json, Class<T> type) {
        try {
            return TOLERANT.readValue(json.asParser(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads what a client sent.
    ///
    /// @throws Refused 400 when it isn't JSON; 422 with `field` and the rule when it isn't a valid
    ///   `T`
    public static <T> T readRequest(byte[] json, Class<T> type) {
        if (json.length == 0)
            throw new Refused(400, "missing_body", "This request needs a JSON body.");
        try {
            var value = STRICT.readValue(json, type);
            if (value == null)
                throw new Refused(422, "invalid_body", "The body must be a JSON object.");
            requireComponents(value, "");
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new Refused(422, "unknown_field", "The field " + path(e) + " is not known here.")
                    .with("field", path(e))
                    .with("allowed", e.getKnownPropertyIds());
        } catch (JsonParseException | StreamConstraintsException e) {
            throw new Refused(400, "malformed_json", "The body is not JSON that we can read.");
        } catch (DatabindException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new Refused(400, "malformed_json", "The body ended too early.");
        }
    }

    private static Refused refused(DatabindException e) {
        if (e.getCause() instanceof InvalidField invalid) {
            var at = path(e);
            var field = at.endsWith(invalid.field()) || at.isEmpty() ? "" : at + ".";
            // Money knows only that it is an amount; the path knows which one
            var name =
                    invalid.field().equals("amount") && !at.isEmpty()
                            ? at
                            : field + invalid.field();
            return Refused.invalid(name.isEmpty() ? at : name, invalid.rule());
        }
        if (e.getCause() instanceof JsonParseException)
            return new Refused(400, "malformed_json", "The body is not JSON that we can read.");
        if (path(e).isEmpty())
            return new Refused(422, "invalid_body", "The body must be a JSON object.");
        return Refused.invalid(path(e), "has the wrong type or is missing");
    }

    private static String path(DatabindException e) {
        if (!(e instanceof JsonMappingException mapping)) return "";
        return mapping.getPath().stream()
                .map(step ->
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /// A component that isn't `@Nullable` must be there, at every depth; and what is there must be
    /// something that can be kept.
    private static void requireComponents(@Nullable Object value, String at) {
        switch (value) {
            case Record fields -> requireFields(fields, at);
            case Collection<?> entries -> {
                var index = 0;
                for (var entry : entries) {
                    var here = at + "[" + index++ + "]";
                    if (entry == null) throw Refused.invalid(here, "must not be null");
                    requireComponents(entry, here);
                }
            }
            case String text -> requireText(text, at);
            case Instant time -> requireYears(time.isAfter(EARLIEST) && time.isBefore(LATEST), at);
            case LocalDate date ->
                    requireYears(date.getYear() >= 1900 && date.getYear() < 2200, at);
            case null, default -> {}
        }
    }

    /// Not what no database takes, NUL and halves of characters, nor what we don't want to hold.
    /// Telephone numbers are let through: one of ten long ones would pass for a card's.
    private static void requireText(String text, String at) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text))
            throw Refused.invalid(at, "must be text without NUL or broken characters");
        if (!at.endsWith("phone") && CardNumbers.isIn(text))
            throw Refused.invalid(at, "must not contain a card number");
    }

    private static void requireYears(boolean ours, String at) {
        if (!ours) throw Refused.invalid(at, "must be between 1900 and 2200");
    }

    private static void requireFields(Record fields, String at) {
        for (var field : FIELDS.get(fields.getClass())) {
            var value = field.of(fields);
            if (value instanceof Number || value instanceof Boolean) continue;
            var name = at.isEmpty() ? field.name : at + "." + field.name;
            if (value != null) requireComponents(value, name);
            else if (!field.nullable)
                throw new Refused(422, "missing_field", "The field " + name + " is missing.")
                        .with("missing", name);
        }
    }

    /// A component of a record, by its name on the wire.
    private record Field(String name, Method accessor, boolean nullable) {
        static List<Field> of(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }

        private static Field of(RecordComponent component) {
            var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Field(snake(component.getName()), component.getAccessor(), nullable);
        }

        @Nullable Object of(Record fields) {
            try {
                return accessor.invoke(fields);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// `orderId` as it is called on the wire: `order_id`.
    public static String snake(String name) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name);
    }
}
