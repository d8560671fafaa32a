package gofood.gateway;

import gofood.gateway.door.Browsers;
import gofood.gateway.door.Visitor;
import gofood.platform.http.Fields;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which headers go through, in both directions.
final class PassedOn {
    /// They speak of one connection, not of the message (RFC 9110, 7.6.1).
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "x-repeat");

    /// Only we say these to a service.
    private static final Set<String> OURS =
            Set.of("forwarded", "traceparent", "via", "x-caller", "x-real-ip", "x-timeout-ms");

    private PassedOn() {}

    /// What a service is told.
    static WritableHeaders<?> to(ServerRequest request, Visitor visitor, boolean cacheable) {
        var headers = WritableHeaders.create();
        var dropped = named(request.headers());
        for (var header : request.headers()) {
            var name = header.headerName().lowerCase();
            var ours = OURS.contains(name) || name.startsWith("x-forwarded-");
            // a kept answer must be a whole one, in a form that everybody reads
            var condition = cacheable && isCondition(name);
            if (!ours && !condition && !dropped.contains(name)) headers.add(header);
        }
        strengthen(headers);
        headers.set(HeaderNames.X_FORWARDED_FOR, visitor.forwardedFor());
        headers.set(HeaderNames.X_FORWARDED_PROTO, visitor.secure() ? "https" : "http");
        headers.set(HeaderNames.X_FORWARDED_HOST, request.authority());
        return headers;
    }

    private static boolean isCondition(String name) {
        return name.startsWith("if-") || name.equals("range") || name.equals("accept-encoding");
    }

    /// A tag that we made weak by packing stands for the version that the service tagged, and a
    /// service takes only that for a change.
    private static void strengthen(WritableHeaders<?> headers) {
        if (!headers.contains(HeaderNames.IF_MATCH)) return;
        var tags = String.join(", ", Fields.values(headers, HeaderNames.IF_MATCH));
        if (tags.contains("W/"))
            headers.set(HeaderNames.IF_MATCH, tags.replaceAll("(^|,)\\s*W/\"", "$1\""));
    }

    /// What the client is told of a service's answer.
    static void back(Headers answer, ServerResponse response) {
        tell(chosen(answer), response);
    }

    /// What a client may be told.
    static List<Header> chosen(Headers answer) {
        var dropped = named(answer);
        var chosen = new ArrayList<Header>();
        for (var header : answer) {
            var name = header.headerName();
            var ours = name.equals(HeaderNames.DATE) || Browsers.owns(name);
            if (!ours && !dropped.contains(name.lowerCase())) chosen.add(header);
        }
        return chosen;
    }

    static void tell(List<Header> chosen, ServerResponse response) {
        for (var header : chosen) {
            if (header.headerName().equals(HeaderNames.VARY)) response.headers().add(header);
            else response.header(header);
        }
    }

    private static Set<String> named(Headers headers) {
        // as most connections have it
        if (isUsual(headers)) return OF_THE_CONNECTION;
        var dropped = new HashSet<>(OF_THE_CONNECTION);
        for (var value : Fields.values(headers, HeaderNames.CONNECTION))
            for (var name : value.split(",", -1))
                dropped.add(name.strip().toLowerCase(Locale.ROOT));
        return dropped;
    }

    private static boolean isUsual(Headers headers) {
        return !headers.contains(HeaderNames.CONNECTION)
                || headers.contains(HeaderValues.CONNECTION_KEEP_ALIVE);
    }
}
