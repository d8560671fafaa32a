package gofood.app;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A demo that only remembers what it was told.
final class SmallDemo implements Demo {
    final List<String> heard = new ArrayList<>();

    @Override
    public void load(URI gateway, String operatorEmail, String operatorPassword) {
        heard.add("load " + operatorEmail + " " + operatorPassword);
    }

    @Override
    public Running live(
            URI gateway,
            Crowd crowd,
            String operatorEmail,
            String operatorPassword,
            Env door,
            Consumer<String> say) {
        heard.add("live " + crowd.couriers);
        return () -> heard.add("rest");
    }
}
