package gofood.app;

import gofood.bench.evening.Evening;
import gofood.platform.log.Console;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.simulator.ApiFailure;
import gofood.simulator.living.Simulation;
import gofood.simulator.living.SimulatorDoor;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Plays the people of a city against a running goFOOD, or an evening of theirs twice.
@Command(
        name = "simulate",
        description = "Plays customers, kitchens and couriers against a running goFOOD.",
        mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {
    /// However slow they are, by then all have brought to an end what they began.
    private static final Duration FAREWELL = Duration.ofHours(3);

    @SuppressWarnings("NullAway.Init") // picocli's part
    @Spec
    private CommandSpec command;

    @Mixin private Crowd crowd = new Crowd();

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "where goFOOD is (default: http://127.0.0.1:8000)")
    private URI gateway = URI.create("http://127.0.0.1:8000");

    @Option(names = "--minutes", paramLabel = "N", description = "how long (default: until Ctrl-C)")
    private @Nullable Integer minutes;

    @Option(
            names = "--operator",
            paramLabel = "EMAIL",
            description = "an operator (default: the demo's)")
    private String operator = Settings.OPERATOR;

    @Option(
            names = "--operator-password",
            paramLabel = "PASSWORD",
            description =
                    "the operator's password; better in GOFOOD_OPERATOR_PASSWORD, where nobody sees it (default: the demo's)")
    private String password =
            Optional.ofNullable(System.getenv("GOFOOD_OPERATOR_PASSWORD"))
                    .orElse(Settings.DEMO_PASSWORD);

    @Option(
            names = "--compare",
            description =
                    "plays one evening twice, in moments and without a running goFOOD: first come first served against our dispatch")
    private boolean compare;

    @Override
    public Integer call() {
        Console.open(new Env(System.getenv()));
        crowd.checked();
        return compare ? compare() : play();
    }

    /// What wasn't said is the comparison's own: several loads, several evenings.
    private int compare() {
        var given = command.commandLine().getParseResult();
        var options = new ArrayList<String>();
        for (var option : List.of("--seed", "--orders-per-hour", "--couriers"))
            if (given.hasMatchedOption(option)) {
                options.add(option);
                options.add(given.matchedOption(option).getValue().toString());
            }
        return Evening.run(options.toArray(String[]::new));
    }

    private int play() {
        var length = Optional.ofNullable(minutes).map(Duration::ofMinutes);
        var done = new CountDownLatch(1);
        try (var city = start(length);
                var _ = door(city)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> bringHome(city, done)));
            city.awaitEnd();
            System.out.println("nobody orders any more, what is under way comes to its end");
            var report = city.drain();
            System.out.println(report.text());
            return report.isClean() ? 0 : 1;
        } finally {
            done.countDown();
        }
    }

    /// Where the environment says a port, operators drive the city through the gateway.
    private static Running door(Simulation city) {
        var env = new Env(System.getenv());
        return env.find("SIMULATOR_PORT").isPresent() ? SimulatorDoor.open(env, city) : () -> {};
    }

    private Simulation start(Optional<Duration> length) {
        try {
            return SimulatedCity.start(
                    gateway, crowd, length, operator, password, System.out::println);
        } catch (ApiFailure | UncheckedIOException | IllegalStateException e) {
            throw new CannotStart(
                    "Nobody can be simulated at %s: %s".formatted(gateway, e.getMessage()), e);
        }
    }

    /// After a Ctrl-C: the report comes first.
    private static void bringHome(Simulation simulation, CountDownLatch done) {
        simulation.end();
        try {
            var _ = done.await(FAREWELL.toMinutes(), TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
