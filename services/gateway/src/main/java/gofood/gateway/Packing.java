package gofood.gateway;

import gofood.platform.http.Fields;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// JSON on its way out, packed with gzip where the client takes it. Services don't pack: inside,
/// the network is faster than the packing. What is encoded already, a live stream, a part of a
/// whole and anything but JSON goes through as it is.
///
/// A length that depends on a secret beside chosen text tells of the secret (BREACH), if somebody
/// can make a victim's browser ask again and again and watch. Nobody can here: who asks is told by
/// a token in a header that no other site's page can send, never by a cookie. Yet the answers that
/// hold tokens are left alone: they are small and few.
final class Packing {
    /// What is smaller fits into one packet anyway.
    static final int LEAST_BYTES = 1 << 10;

    /// Half the time of the usual level for 7 % more bytes: a menu of 19 KB is 3.3 KB after 0.4 ms.
    private static final int LEVEL = 1;

    static final Header VARIES = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");

    private static final String GZIP = "gzip";
    private static final Pattern JSON = Pattern.compile("application/([a-z.+-]+\\+)?json\\b.*");

    private Packing() {}

    /// Whether this client takes packed answers here.
    static boolean isWanted(ServerRequest request, String path) {
        if (path.startsWith("/sessions") || path.startsWith("/guests")) return false;
        if (!request.headers().contains(HeaderNames.ACCEPT_ENCODING)) return false;
        var accepted =
                String.join(",", Fields.values(request.headers(), HeaderNames.ACCEPT_ENCODING));
        return takes(accepted, GZIP);
    }

    /// @param accepted what `Accept-Encoding` says
    static boolean takes(String accepted, String encoding) {
        for (var one : accepted.split(",", -1)) {
            var parts = one.strip().split("\\s*;\\s*q=", 2);
            if (parts[0].equalsIgnoreCase(encoding))
                return parts.length == 1 || !parts[1].matches("0(\\.0*)?");
        }
        return false;
    }

    /// Whether an answer may be packed: the same for all clients, so that caches hear of it.
    static boolean covers(int status, Headers answer) {
        var type = answer.first(HeaderNames.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
        if (!JSON.matcher(type).matches()) return false;
        var rules = String.join(",", Fields.values(answer, HeaderNames.CACHE_CONTROL));
        return status != 206
                && !answer.contains(HeaderNames.CONTENT_ENCODING)
                && !rules.toLowerCase(Locale.ROOT).contains("no-transform");
    }

    /// Tells caches that others get it in another form.
    static void tellVaries(ServerResponse response) {
        if (!isVaryingTold(response.headers())) response.headers().add(VARIES);
    }

    static boolean isVaryingTold(Headers headers) {
        var told = String.join(",", Fields.values(headers, HeaderNames.VARY));
        return told.toLowerCase(Locale.ROOT).contains("accept-encoding");
    }

    /// The same content in another form has no strong tag in common with it; see [PassedOn#to] for
    /// the way back.
    static void tellPacked(ServerResponse response) {
        response.header(HeaderNames.CONTENT_ENCODING, GZIP);
        var tag = response.headers().first(HeaderNames.ETAG).orElse("W/");
        if (!tag.startsWith("W/")) response.header(HeaderNames.ETAG, "W/" + tag);
    }

    static byte[] pack(byte[] body) {
        var packed = new ByteArrayOutputStream(body.length / 4);
        try (var out = over(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// Packs what is written; close it, else its end is missing.
    static OutputStream over(OutputStream out) throws IOException {
        return new Gzip(out);
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 8 << 10);
            def.setLevel(LEVEL);
        }
    }
}
