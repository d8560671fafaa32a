package gofood.chaos.fault;

import java.time.Duration;
import java.util.Random;

/// The payment provider misbehaves.
///
/// @param fault its part of `PUT /faults`
record ProviderTrouble(String name, String about, String fault) implements Fault {
    private static final int ATTEMPTS = 10;

    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 60 : 8);
    }

    @Override
    public void begin(Stage stage, Random dice) throws InterruptedException {
        set(stage, fault);
    }

    @Override
    public void end(Stage stage) throws InterruptedException {
        set(stage, "null");
    }

    /// Every replica of every service must hear of it, and one may be busy.
    private void set(Stage stage, String provider) throws InterruptedException {
        var body = "{\"faults\":[],\"provider\":%s}".formatted(provider);
        for (var attempt = 1; ; attempt++) {
            var answer = stage.village().operator().put("operate", "/faults", body);
            if (answer.isGood()) return;
            if (attempt == ATTEMPTS || !answer.isPassing())
                throw new IllegalStateException(
                        "PUT /faults: %d %s".formatted(answer.status(), answer.text()));
            Thread.sleep(Duration.ofSeconds(1));
        }
    }
}
