package gofood.app;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import java.net.URI;
import java.util.function.Consumer;

/// Fills a running goFOOD with a city's restaurants and people, and lets it live. Both go through
/// the gateway, as an operator.
public interface Demo {
    void load(URI gateway, String operatorEmail, String operatorPassword);

    /// Customers order, kitchens cook and couriers ride until it is closed.
    ///
    /// @param door where and for whom the simulator listens, so that operators can drive it
    /// @param say hears what is worth telling
    Running live(
            URI gateway,
            Crowd crowd,
            String operatorEmail,
            String operatorPassword,
            Env door,
            Consumer<String> say);
}
