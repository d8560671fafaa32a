package gofood.platform.http;

import gofood.contracts.UserApi.Role;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request, as a handler sees it.
public final class Call {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final ServerRequest request;
    private final @Nullable Person person;
    private final int bodyLimit;
    private byte @Nullable [] body;
    private boolean noted;

    Call(ServerRequest request, @Nullable Person person, int bodyLimit) {
        this.request = request;
        this.person = person;
        this.bodyLimit = bodyLimit;
    }

    /// The signed-in person, on a route that needs one.
    public Person person() {
        if (person == null) throw new IllegalStateException("this route is open to anyone");
        return person;
    }

    /// The signed-in person on a route that is open to anyone.
    public Optional<Person> anyPerson() {
        return Optional.ofNullable(person);
    }

    /// Refuses everyone but this person, our services and operators, as if the thing did not exist.
    public void onlyFor(long userId, String what) {
        if (person().id() != userId && !person().isTrusted()) throw Refused.notFound(what);
    }

    /// Refuses everyone but this restaurant's staff, our services and operators.
    public void onlyForStaffOf(long restaurantId) {
        if (person().worksAt(restaurantId) || person().isTrusted()) return;
        throw person().has(Role.STAFF)
                ? Refused.notFound("restaurant")
                : new Refused(403, "not_allowed", "Only this restaurant's staff may do this.");
    }

    /// Reads the body strictly, see [Json#readRequest].
    public <T> T body(Class<T> type) {
        return Json.readRequest(bytes(), type);
    }

    /// The body as it came, at most the route's limit.
    public byte[] bytes() {
        if (body == null) body = request.content().hasEntity() ? readBody() : new byte[0];
        return body;
    }

    private byte[] readBody() {
        try {
            // not closed: who sends too much is still listened to for a moment, see Web
            var headers = request.headers();
            var isInChunks = headers.contains(HeaderNames.TRANSFER_ENCODING);
            var announced = isInChunks ? bodyLimit : headers.contentLength().orElse(bodyLimit);
            // one more than there may be; without a number it would take 16 KB for a line of JSON
            var most = (int) Math.min(announced, bodyLimit) + 1;
            var read = request.content().inputStream().readNBytes(most);
            if (read.length <= bodyLimit) return read;
        } catch (IOException | RuntimeException e) {
            // the client broke off, was silent for too long, or sends no chunks but nonsense
            throw new Refused(400, "malformed_body", "The body ended too early or is no body.");
        }
        throw new Refused(413, "body_too_large", "The body is larger than " + bodyLimit + " bytes.")
                .with("limit_bytes", bodyLimit);
    }

    /// A part of the path.
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /// A number in the path. Anything else is a thing that doesn't exist.
    public long id(String name) {
        var text = path(name);
        if (!text.matches("\\d{1,18}")) throw Refused.notFound(name.replace("_id", ""));
        return Long.parseLong(text);
    }

    public Optional<String> query(String name) {
        var value = request.query().first(name).asOptional().filter(text -> !text.isBlank());
        if (value.isPresent() && !isPlain(value.get()))
            throw Refused.invalid(name, "must be text without control characters");
        return value;
    }

    /// Whether it is text without control characters, and was before it was decoded.
    static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == 0xFFFD);
    }

    public Optional<Long> queryNumber(String name) {
        return query(name).map(text -> number(name, text));
    }

    /// One of an enum's words, as they are on the wire.
    public <E extends Enum<E>> Optional<E> queryWord(String name, Class<E> words) {
        return query(name).map(text -> word(name, text, words));
    }

    private static <E extends Enum<E>> E word(String name, String text, Class<E> words) {
        var known = new LinkedHashMap<String, E>();
        for (var word : words.getEnumConstants())
            known.put(Json.tree(Json.write(word)).textValue(), word);
        var found = known.get(text);
        if (found != null) return found;
        throw Refused.invalid(name, "must be one of " + String.join(", ", known.keySet()))
                .with("allowed", known.keySet());
    }

    /// `true` or `false`.
    public Optional<Boolean> queryFlag(String name) {
        return query(name).map(text -> flag(name, text));
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.invalid(name, "must be true or false");
        };
    }

    public Optional<Double> queryDecimal(String name) {
        return query(name).map(text -> decimal(name, text));
    }

    private static double decimal(String name, String text) {
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,20})?"))
            throw Refused.invalid(name, "must be a decimal number");
        return Double.parseDouble(text);
    }

    /// A moment such as `2026-11-22T19:30:00Z`, in a time that a database knows.
    public Optional<Instant> queryMoment(String name) {
        return query(name).map(text -> moment(name, text));
    }

    private static Instant moment(String name, String text) {
        try {
            var moment = Instant.parse(text);
            if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) return moment;
        } catch (DateTimeParseException e) {
            // the same as one out of all time
        }
        throw Refused.invalid(name, "must be a moment such as 2026-11-22T19:30:00Z");
    }

    /// How many entries a page may have: `limit`, at most 100.
    public int limit(int otherwise) {
        var limit = queryNumber("limit").orElse((long) otherwise);
        if (limit < 1 || limit > 100) throw Refused.invalid("limit", "must be 1 to 100");
        return limit.intValue();
    }

    /// Where a page starts: the key after which to go on, or `otherwise` for the first page.
    public long cursor(long otherwise) {
        var cursor = query("cursor");
        if (cursor.isEmpty()) return otherwise;
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor.get());
            return Long.parseLong(new String(bytes, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("cursor", "must be a cursor that an earlier page gave");
        }
    }

    /// The cursor that goes on after this key.
    public static String cursorAfter(long key) {
        var bytes = Long.toString(key).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /// The client's address, for limits per client. A neighbour in our own network, which is the
    /// gateway, is believed when it says in `X-Forwarded-For` for whom it asks; its last entry
    /// counts, since whatever stands before may be made up.
    public String client() {
        var forwarded = header("X-Forwarded-For").orElse("");
        if (!isOurs(peer()) || forwarded.isBlank()) return peer().getHostAddress();
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /// Whether it comes from our own network, and was not passed on from elsewhere.
    boolean isFromInside() {
        return isOurs(peer()) && header("X-Forwarded-For").isEmpty();
    }

    private InetAddress peer() {
        return ((InetSocketAddress) request.remotePeer().address()).getAddress();
    }

    private static boolean isOurs(InetAddress address) {
        // fc00::/7 is what a private network has in IPv6
        var unique = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || unique;
    }

    /// The version in `If-Match`, when the client sent one: refuse the change unless it is current.
    public void ifMatch(int version) {
        header("If-Match")
                .filter(tag -> !tag.equals("*") && !tag.equals("\"" + version + "\""))
                .ifPresent(_ -> {
                    throw new Refused(
                                    412,
                                    "changed_meanwhile",
                                    "It was changed meanwhile. Read it again first.")
                            .with("version", version);
                });
    }

    /// Whether it stands in the [Audit] already.
    boolean isNoted() {
        return noted;
    }

    void setNoted() {
        noted = true;
    }

    /// `POST /orders`: what this request does, to tell keys of different routes apart.
    String what() {
        return request.prologue().method().text() + " " + request.path().path();
    }

    private static long number(String name, String text) {
        if (!text.matches("-?\\d{1,18}")) throw Refused.invalid(name, "must be a whole number");
        return Long.parseLong(text);
    }
}
