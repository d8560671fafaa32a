package gofood.chaos.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/// The cache that all replicas share dies, and comes back empty.
record CacheKilled() implements Fault {
    @Override
    public String name() {
        return "cache-killed";
    }

    @Override
    public String about() {
        return "the shared cache (Redis) dies and comes back empty";
    }

    @Override
    public Optional<String> impossible(Stage stage) {
        return stage.cache().isPresent()
                ? Optional.empty()
                : Optional.of("there is no Redis for this system");
    }

    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 30 : 6);
    }

    @Override
    public void begin(Stage stage, Random dice) throws IOException {
        stage.cache().orElseThrow().stop();
    }

    @Override
    public void end(Stage stage) throws IOException {
        stage.cache().orElseThrow().start();
    }
}
