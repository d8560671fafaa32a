package gofood.gateway;

import gofood.gateway.door.Browsers;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The screens for people, which the build of `web` puts on the class path as files. They know
/// their own paths, which are no paths of the API. Files under `/assets` bear a hash of what is in
/// them in their names and so never change; all others are asked for again each time.
final class Screens {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml",
                    "woff2", "font/woff2",
                    "txt", "text/plain; charset=utf-8",
                    "webmanifest", "application/manifest+json");

    private final String folder;
    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

    private record File(byte[] bytes, String tag) {}

    Screens(String folder) {
        this.folder = folder;
    }

    /// Whether this build has them: where there was no Node, it hasn't.
    boolean arePresent() {
        return find("index.html").isPresent();
    }

    /// @param otherwise what stands at `/` where there are no screens
    Routes routes(Function<Call, Reply> otherwise) {
        return new Routes()
                .get("/", Access.ANYONE, call -> arePresent() ? page(call) : otherwise.apply(call))
                .get("/r/{restaurant_id}", Access.ANYONE, this::page)
                .get("/o/{order_id}", Access.ANYONE, this::page)
                .get("/my/{page}", Access.ANYONE, this::page)
                .get("/track/{token}", Access.ANYONE, this::page)
                .get("/checkout", Access.ANYONE, this::page)
                .get("/sign-in", Access.ANYONE, this::page)
                .get("/kitchen", Access.ANYONE, call -> fresh(call, "kitchen.html"))
                .get("/kitchen/{page}", Access.ANYONE, call -> fresh(call, "kitchen.html"))
                .get("/courier", Access.ANYONE, call -> fresh(call, "courier.html"))
                .get("/courier/{page}", Access.ANYONE, call -> fresh(call, "courier.html"))
                .get("/operator", Access.ANYONE, call -> fresh(call, "operator.html"))
                .get("/operator/{page}", Access.ANYONE, call -> fresh(call, "operator.html"))
                .get("/assets/{file}", Access.ANYONE, this::asset)
                .get("/sw.js", Access.ANYONE, call -> fresh(call, "sw.js"))
                .get(
                        "/manifest.webmanifest",
                        Access.ANYONE,
                        call -> fresh(call, "manifest.webmanifest"))
                .get("/icon.svg", Access.ANYONE, call -> fresh(call, "icon.svg"))
                .get("/icon-maskable.svg", Access.ANYONE, call -> fresh(call, "icon-maskable.svg"))
                .get("/robots.txt", Access.ANYONE, call -> fresh(call, "robots.txt"));
    }

    /// The page that says in words that there is nothing, for a browser that asks for a path that
    /// nobody has.
    Optional<byte[]> lost(ServerRequest request) {
        var method = request.prologue().method();
        var wantsPage =
                request.headers().values(HeaderNames.ACCEPT).stream()
                        .anyMatch(accepted -> accepted.contains("text/html"));
        if (!wantsPage || !(method.equals(Method.GET) || method.equals(Method.HEAD)))
            return Optional.empty();
        return find("index.html").map(File::bytes);
    }

    private Reply page(Call call) {
        return fresh(call, "index.html");
    }

    private Reply fresh(Call call, String name) {
        return reply(call, name, "no-cache");
    }

    private Reply asset(Call call) {
        var name = call.path("file");
        if (!FILE.matcher(name).matches()) throw Refused.notFound("file");
        return reply(call, "assets/" + name, FOR_EVER);
    }

    /// The smallest form that the client takes; each form has a tag of its own.
    private Reply reply(Call call, String name, String caching) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        var plain = find(name).orElseThrow(() -> Refused.notFound("page"));
        if (type == null) throw Refused.notFound("file");
        var accepted = call.header("Accept-Encoding").orElse("");
        for (var form : Form.values()) {
            var packed = form.isAcceptedBy(accepted) ? find(name + form.suffix) : NONE;
            if (packed.isPresent())
                return answer(call, packed.get(), type, caching)
                        .with("Content-Encoding", form.encoding);
        }
        return answer(call, plain, type, caching);
    }

    private static Reply answer(Call call, File file, String type, String caching) {
        var known = call.header("If-None-Match").orElse("").contains(file.tag);
        var reply = known ? new Reply(304, null, Map.of()) : Reply.text(type, file.bytes);
        return Browsers.page(reply)
                .with("ETag", file.tag)
                .with("Cache-Control", caching)
                .with("Vary", "Accept-Encoding");
    }

    private static final Optional<File> NONE = Optional.empty();

    private enum Form {
        BROTLI("br", ".br"),
        GZIP("gzip", ".gz");

        private final String encoding;
        private final String suffix;

        Form(String encoding, String suffix) {
            this.encoding = encoding;
            this.suffix = suffix;
        }

        boolean isAcceptedBy(String accepted) {
            return Packing.takes(accepted, encoding);
        }
    }

    /// What was read once stays in memory: it is small, and can't change while we run.
    private Optional<File> find(String name) {
        var known = files.get(name);
        if (known != null) return known;
        var read = read(name);
        // what isn't there is not remembered: anybody could ask for ever new names
        if (read.isPresent() || name.indexOf('/') < 0) files.put(name, read);
        return read;
    }

    private Optional<File> read(String name) {
        var loader = Screens.class.getClassLoader();
        try (var in = loader.getResourceAsStream(folder + "/" + name)) {
            if (in == null) return Optional.empty();
            var bytes = in.readAllBytes();
            return Optional.of(new File(bytes, '"' + hash(bytes) + '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
