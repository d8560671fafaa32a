package gofood.gateway.door;

import gofood.platform.http.Reply;
import gofood.platform.wire.Refused;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a browser is told to allow and to forbid. API clients ignore it.
public final class Browsers {
    /// What is no page may load nothing and stand in no frame.
    private static final List<Header> ALWAYS =
            List.of(
                    always("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                    always("X-Content-Type-Options", "nosniff"));

    // blob: workers are how a map draws; data: pictures are how style sheets carry icons
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self';"
                    + " worker-src 'self' blob:; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /// Of our own pages, and of their scripts: a worker goes by what came with itself.
    private static final List<Header> PAGES =
            List.of(
                    always("Content-Security-Policy", CONTENT),
                    always("X-Frame-Options", "DENY"),
                    always("Referrer-Policy", "strict-origin-when-cross-origin"),
                    always("Cross-Origin-Opener-Policy", "same-origin"),
                    always(
                            "Permissions-Policy",
                            "geolocation=(self), camera=(self), microphone=(), payment=(),"
                                    + " usb=()"));

    private static final Header TLS_ONLY =
            always("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    private static final Set<String> OURS =
            Stream.of(ALWAYS, PAGES, List.of(TLS_ONLY))
                    .flatMap(List::stream)
                    .map(header -> header.headerName().lowerCase())
                    .collect(Collectors.toUnmodifiableSet());

    private final Set<String> origins;

    /// @param origins other sites whose pages may call us; `*` for all
    public Browsers(Set<String> origins) {
        this.origins = origins;
    }

    /// Ready for every answer.
    private static Header always(String name, String value) {
        return HeaderValues.createCached(name, value);
    }

    /// Headers that the door sets; what a service says there is not passed on.
    public static boolean owns(HeaderName name) {
        return OURS.contains(name.lowerCase()) || name.lowerCase().startsWith("access-control-");
    }

    /// A page of our own, or what belongs to one.
    public static Reply page(Reply reply) {
        for (var header : PAGES) reply = reply.with(header.name(), header.get());
        return reply;
    }

    /// The same for one that is sent by hand.
    public static void page(ServerResponse response) {
        PAGES.forEach(response::header);
    }

    void tell(ServerRequest request, ServerResponse response, boolean secure) {
        ALWAYS.forEach(response::header);
        if (secure) response.header(TLS_ONLY);
        if (origins.isEmpty()) return;
        response.header(HeaderNames.VARY, "Origin");
        if (!knows(request)) return;
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin(request));
        response.header(
                HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
                "ETag, Location, Retry-After, Age, X-Cache, Idempotent-Replay");
    }

    /// Another site's browser asks before it calls.
    public static boolean isPreflight(ServerRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }

    public void answerPreflight(ServerRequest request, ServerResponse response) {
        if (!knows(request))
            throw new Refused(403, "origin_not_allowed", "Pages of this site may not call us.");
        response.status(Status.NO_CONTENT_204)
                .header(
                        HeaderNames.ACCESS_CONTROL_ALLOW_METHODS,
                        "GET, HEAD, POST, PUT, PATCH, DELETE")
                .header(
                        HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                        "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
                                + " Last-Event-ID, X-Timeout-Ms, traceparent")
                .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600")
                .send();
    }

    private boolean knows(ServerRequest request) {
        var origin = origin(request);
        return !origin.isEmpty() && (origins.contains(origin) || origins.contains("*"));
    }

    private static String origin(ServerRequest request) {
        return request.headers().first(HeaderNames.ORIGIN).orElse("");
    }
}
