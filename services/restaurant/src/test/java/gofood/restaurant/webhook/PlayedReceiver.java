package gofood.restaurant.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/// A restaurant's till: takes messages over real HTTP and remembers all of them.
final class PlayedReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile Function<Taken, Answer> answers = _ -> new Answer(204);

    record Answer(int status, Map<String, String> headers) {
        Answer(int status) {
            this(status, Map.of());
        }
    }

    /// A message as it came.
    record Taken(String path, Map<String, List<String>> headers, String text) {
        String id() {
            return header("webhook-id");
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .map(it -> it.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        JsonNode body() {
            return Json.tree(text.getBytes(StandardCharsets.UTF_8));
        }

        String type() {
            return body().path("type").asText();
        }

        long orderId() {
            return body().path("data").path("order_id").asLong();
        }

        /// By the library that receivers use.
        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(text, headers);
                return true;
            } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
                return false;
            }
        }
    }

    PlayedReceiver() {
        this("127.0.0.1", 0);
    }

    PlayedReceiver(String host, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(host), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/till?house=7";
    }

    PlayedReceiver answers(Function<Taken, Answer> how) {
        answers = how;
        return this;
    }

    private void take(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var message =
                new Taken(
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        text);
        var answer = answers.apply(message);
        taken.add(message);
        answer.headers.forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status, -1);
        exchange.close();
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    List<String> types() {
        return taken.stream().map(Taken::type).toList();
    }

    Taken await(String type) {
        return await(1, it -> it.type().equals(type)).getFirst();
    }

    /// Waits until so many have come.
    List<Taken> await(int count, Predicate<Taken> which) {
        Eventually.holds(
                () -> taken.stream().filter(which).count() >= count, () -> "only " + types());
        return taken.stream().filter(which).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
