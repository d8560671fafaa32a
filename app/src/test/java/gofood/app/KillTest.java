package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.testing.TestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of the whole in the middle of an order, and a start as if nothing had been.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class KillTest {
    @TempDir Path folder;
    private Process running;

    private void up(int port) throws IOException {
        var log = folder.resolve("up.log");
        running =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx768m",
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "gofood.app.Main",
                                        "up",
                                        "--empty",
                                        "--data",
                                        folder.resolve("data").toString(),
                                        "--port",
                                        Integer.toString(port)))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        Town.await(
                "ready",
                () -> said(log),
                text -> {
                    assertThat(running.isAlive()).as(text).isTrue();
                    return text.contains("ready in");
                });
        Files.delete(log);
    }

    private static String said(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.destroy();
        running.waitFor();
    }

    @Test
    void an_order_that_was_answered_201_goes_on_after_kill_9() throws Exception {
        var port = Scratch.freePorts();
        up(port);
        var gateway = URI.create("http://127.0.0.1:" + port);
        var password = new Secrets(folder.resolve("data/secrets.properties")).typed("operator");
        var town = Town.settle(gateway, password);
        var placed = town.place("tok_visa");
        running.destroyForcibly().waitFor();

        up(port);
        town.awaitStatus(placed, "Paid");
        town.say(placed, "Received");
        running.destroyForcibly().waitFor();

        up(port);
        town.rideOn();
        town.awaitStatus(placed, "Received");
        assertThat(town.say(placed, "Complete").status()).isEqualTo(200);
        town.takeRide(placed);
        town.step(placed, "pickup", "");
        town.step(
                placed,
                "deliver",
                "{\"pin\":\"%s\"}".formatted(town.seen(placed).path("delivery_pin").asText()));
        town.awaitStatus(placed, "Delivered");
        town.awaitPayment(placed, "Captured");
        new MoneyStory(town).booksAgree();
        assertThat(new TestClient(gateway, "").get("/status").status()).isEqualTo(200);
    }
}
