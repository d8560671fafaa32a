package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// As little as a service can be: it says that it is well, which process it runs in, which settings
/// it got and what its database says.
record SmallService(String name) implements Service {
    static List<Service> all() {
        return List.of(
                new SmallService("user"), new SmallService("order"), new SmallService("gateway"));
    }

    @Override
    public Running start(Env env) {
        var address = new InetSocketAddress(env.text("BIND_HOST"), env.port(name));
        Map<String, Supplier<String>> pages =
                Map.of(
                        "/status", () -> "ok",
                        "/pid", () -> Long.toString(ProcessHandle.current().pid()),
                        "/settings",
                                () ->
                                        env.values().keySet().stream()
                                                .sorted()
                                                .collect(Collectors.joining(" ")),
                        "/peers", () -> env.text("USER_URL"),
                        "/database", () -> database(env));
        try {
            var server = HttpServer.create(address, 0);
            pages.forEach((path, page) -> answer(server, path, page));
            server.start();
            return () -> server.stop(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpServer server, String path, Supplier<String> page) {
        server.createContext(
                path,
                exchange -> {
                    var body = page.get().getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private String database(Env env) {
        var prefix = Env.prefix(name) + "DATABASE_";
        try (var connection =
                        DriverManager.getConnection(
                                env.text(prefix + "URL"),
                                env.text(prefix + "USER"),
                                env.text(prefix + "PASSWORD"));
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT current_user || ' in ' || current_database()")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            return e.toString();
        }
    }
}
