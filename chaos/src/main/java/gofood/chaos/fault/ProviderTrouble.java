package gofood.chaos.fault;

import java.time.Duration;
import java.util.Random;

/// The payment provider misbehaves.
///
/// @param fault its part of `PUT /faults`
record ProviderTrouble(String name, String about, String fault) implements Fault {
    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 60 : 8);
    }

    @Override
    public void begin(Stage stage, Random dice) {
        set(stage, fault);
    }

    @Override
    public void end(Stage stage) {
        set(stage, "null");
    }

    private void set(Stage stage, String provider) {
        var body = "{\"faults\":[],\"provider\":%s}".formatted(provider);
        var answer = stage.village().operator().put("operate", "/faults", body);
        if (!answer.isGood())
            throw new IllegalStateException(
                    "PUT /faults: %d %s".formatted(answer.status(), answer.text()));
    }
}
