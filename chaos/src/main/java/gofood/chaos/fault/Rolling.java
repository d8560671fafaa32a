package gofood.chaos.fault;

import java.time.Duration;
import java.util.Random;

/// Every process is started anew, one after the other, under load.
record Rolling() implements Fault {
    @Override
    public String name() {
        return "rolling-restart";
    }

    @Override
    public String about() {
        return "every replica of every service is restarted in turn; no request may fail";
    }

    @Override
    public Duration span(boolean full) {
        return Duration.ZERO;
    }

    @Override
    public void begin(Stage stage, Random dice) {
        stage.launcher().restart();
    }

    @Override
    public void end(Stage stage) {
        // it has ended when it returns
    }

    @Override
    public boolean isUnnoticed() {
        return true;
    }
}
