package gofood.gateway;

import gofood.gateway.door.Browsers;
import gofood.platform.http.Call;
import gofood.platform.http.Peer;
import gofood.platform.http.Reply;
import gofood.platform.wire.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The pages that the gateway itself has: the first page, and `/docs` with what every service says
/// about itself. All of it comes from here; no page asks another site for anything.
final class Docs {
    private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/" + version();
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    /// Each page's file.
    private static final Map<String, String> FILES =
            Map.of(
                    "/", "site/index.html",
                    "/site/site.css", "site/site.css",
                    "/site/site.js", "site/site.js",
                    "/site/icon.svg", "site/icon.svg",
                    "/docs", "site/docs.html",
                    "/site/docs.css", "site/docs.css",
                    "/docs/start.js", "site/docs.js",
                    "/docs/swagger-ui.css", SWAGGER + "/swagger-ui.css",
                    "/docs/swagger-ui-bundle.js", SWAGGER + "/swagger-ui-bundle.js",
                    "/docs/swagger-ui-standalone-preset.js",
                            SWAGGER + "/swagger-ui-standalone-preset.js");

    private final Map<String, Peer> services;

    Docs(Map<String, Peer> services) {
        this.services = services;
    }

    Reply page(String path) {
        var file = FILES.get(path);
        if (file == null) throw Refused.notFound("page");
        var type = Objects.requireNonNull(TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
        return Browsers.page(Reply.text(type, read(file))).with("Cache-Control", "max-age=300");
    }

    /// `/openapi/order.yaml`: what a service says about itself, as it says it now.
    Reply description(Call call) {
        var file = call.path("file");
        if (file.equals("gateway.yaml"))
            return Reply.text("application/yaml", read("openapi/" + file));
        var peer = services.get(file.endsWith(".yaml") ? file.substring(0, file.length() - 5) : "");
        if (peer == null) throw Refused.notFound("description");
        var answer = peer.get("/openapi.yaml");
        if (!answer.isOk()) throw Refused.notFound("description");
        return Reply.text("application/yaml", answer.body());
    }

    private static byte[] read(String file) {
        try (var in = Docs.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is not in this build");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder in the webjar bears the version, which stands in the root pom only.
    private static @Nullable String version() {
        var properties = new Properties();
        var file = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (var in = Docs.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("swagger-ui is not in this build");
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
