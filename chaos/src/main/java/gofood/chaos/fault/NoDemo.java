package gofood.chaos.fault;

import gofood.app.Crowd;
import gofood.app.Demo;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import java.net.URI;
import java.util.function.Consumer;

/// Nobody but the village.
final class NoDemo implements Demo {
    @Override
    public void load(URI gateway, String operatorEmail, String operatorPassword) {}

    @Override
    public Running live(
            URI gateway,
            Crowd crowd,
            String operatorEmail,
            String operatorPassword,
            Env door,
            Consumer<String> say) {
        return () -> {};
    }
}
