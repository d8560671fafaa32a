package gofood.platform;

import gofood.platform.log.Console;
import gofood.platform.run.Env;
import gofood.platform.run.Service;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;

/// The main of a container: starts the one service that is on its class path, with the settings of
/// the environment, and stops it when the container is told to stop. A service offers itself in
/// `META-INF/services/gofood.platform.run.Service`.
public final class Alone {
    private Alone() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            Console.open(new Env(System.getenv()));
            var service = only(ServiceLoader.load(Service.class));
            var running = service.start(new Env(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        } catch (RuntimeException e) {
            var foreseen = String.valueOf(e.getMessage()).startsWith("The setting ");
            Logger.getLogger(Alone.class.getName())
                    .log(Level.SEVERE, "cannot start: " + e.getMessage(), foreseen ? null : e);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    /// @throws IllegalStateException unless exactly one is offered
    static Service only(Iterable<Service> offered) {
        var found = StreamSupport.stream(offered.spliterator(), false).toList();
        if (found.size() == 1) return found.getFirst();
        throw new IllegalStateException(
                "There must be one service on the class path, not "
                        + found.stream().map(Service::name).toList());
    }
}
