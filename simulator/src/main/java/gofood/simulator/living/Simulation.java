package gofood.simulator.living;

import gofood.contracts.OrderApi.OrderList;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.contracts.SimulatorApi.Drive;
import gofood.contracts.SimulatorApi.SimulatorState;
import gofood.platform.run.Running;
import gofood.platform.wire.Refused;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The living city, from the first order to the report. Everything that it does goes through the
/// gateway.
///
/// With the same seed the same customers order the same dishes at the same moments of the city's
/// time, with the same cards and changes of mind, and each kitchen and each courier throws the same
/// dice in turn. What depends on the platform is not repeatable: which restaurants are open, which
/// courier is offered which ride, and how long an answer takes. Nor is what somebody who drives
/// them changes on the way.
public final class Simulation implements Running {
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration FIRST_COURIERS_WAIT = Duration.ofSeconds(8);
    private static final int FIRST_COURIERS = 5;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final int MOST_PAGES = 50;
    private static final Duration LONGEST_GOODBYE = Duration.ofMinutes(2);
    private static final Duration LONGEST_ORDER = Duration.ofHours(2);

    /// @param speed how much faster than in life kitchens cook and couriers ride
    /// @param ordersPerHour on the average of a day, in an hour of the city's time
    /// @param length by the platform's clock; without it, until it is drained or closed
    public record Settings(
            URI gateway,
            double speed,
            int ordersPerHour,
            int couriers,
            long seed,
            Optional<Duration> length,
            String operatorEmail,
            String operatorPassword) {
        public Settings {
            if (!(speed > 0)) throw new IllegalArgumentException("the speed must be more than 0");
            if (ordersPerHour < 1) throw new IllegalArgumentException("at least 1 order an hour");
            if (couriers < 0) throw new IllegalArgumentException("couriers can't be negative");
        }
    }

    private final Settings settings;
    private final Consumer<String> say;
    private final Scene scene;
    private final Shifts shifts;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Simulation(Settings settings, Scene scene, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
        this.scene = scene;
        this.shifts = new Shifts(scene, Math.min(FIRST_COURIERS, settings.couriers));
    }

    /// Returns at once; people arrive within the next seconds.
    ///
    /// @param say hears one line each minute
    /// @throws ApiFailure when the gateway can't be reached, or refuses the operator
    /// @throws IllegalStateException when there is no restaurant to order from
    public static Simulation start(Settings settings, Consumer<String> say) {
        var operator =
                new Api(settings.gateway).signIn(settings.operatorEmail, settings.operatorPassword);
        var restaurants = restaurants(operator);
        if (restaurants.isEmpty())
            throw new IllegalStateException("There is no restaurant to order from.");
        var isFirst = operator.get("/orders?limit=1").as(OrderList.class).orders().isEmpty();
        var pace = Pace.startingNow(settings.speed, Clock.systemUTC());
        var scene =
                new Scene(
                        settings.seed,
                        pace,
                        new Wheel(
                                pace,
                                new Weather(settings.seed),
                                settings.ordersPerHour * settings.speed,
                                settings.couriers),
                        operator,
                        new People(operator, settings.operatorPassword, settings.seed),
                        restaurants,
                        new Errands(),
                        new Tally(),
                        isFirst ? WARM_UP : Duration.ZERO,
                        Executors.newVirtualThreadPerTaskExecutor());
        var simulation = new Simulation(settings, scene, say);
        simulation.begin(isFirst);
        return simulation;
    }

    private static List<Card> restaurants(Api operator) {
        var all = new ArrayList<Card>();
        var path = "/restaurants?limit=100";
        for (int page = 0; page < MOST_PAGES; page++) {
            var list = operator.get(path).as(RestaurantList.class);
            all.addAll(list.restaurants());
            var next = list.nextCursor();
            if (next == null) break;
            path =
                    "/restaurants?limit=100&cursor="
                            + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return List.copyOf(all);
    }

    private void begin(boolean isFirst) {
        var cooks = new Cooks(scene);
        scene.go(() -> cooks.keepOpen(() -> restaurants(scene.operator())));
        scene.go(shifts::keep);
        scene.go(() -> order(isFirst));
        scene.go(this::tell);
    }

    private void order(boolean isFirst) throws InterruptedException {
        shifts.firstOnes().await(FIRST_COURIERS_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        var customers = new Customers(scene);
        customers.arrive(isFirst ? customers.warmUp() : 0);
    }

    private void tell() throws InterruptedException {
        while (true) {
            TimeUnit.MINUTES.sleep(1);
            var tally = scene.tally();
            say.accept(
                    "%d orders so far, %d under way, %s; %s%s"
                            .formatted(
                                    tally.placedSoFar(),
                                    scene.errands().open().size(),
                                    tally.byStatus(),
                                    scene.wheel().rains() ? "it rains" : "it is dry",
                                    tally.failuresSoFar() == 0
                                            ? ""
                                            : "; " + tally.failuresSoFar() + " failures"));
        }
    }

    /// Waits until the settings' length is over, or somebody else ends the simulation.
    public void awaitEnd() {
        try {
            if (settings.length.isPresent())
                stopped.await(settings.length.get().toMillis(), TimeUnit.MILLISECONDS);
            else stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Like the other, for as long as an order can take: two hours of the city's time.
    public Report drain() {
        return drain(LONGEST_GOODBYE.plus(scene.pace().real(LONGEST_ORDER)));
    }

    /// Nobody orders any more, and [#awaitEnd] returns.
    public void end() {
        scene.wheel().stop();
        stopped.countDown();
    }

    /// Nobody orders any more; what is under way is brought to its end, the couriers go home, and
    /// the money is checked.
    ///
    /// @param most how long, by the platform's clock, before the report
    public Report drain(Duration most) {
        end();
        var end = System.nanoTime() + most.toNanos();
        try {
            while (!scene.errands().open().isEmpty() && System.nanoTime() < end) Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shifts.sendAllHome();
        return report();
    }

    /// How its people are driven, and what came of it so far.
    public SimulatorState state() {
        var delivered = scene.tally().byStatus().getOrDefault(OrderStatus.DELIVERED, 0);
        return new SimulatorState(
                scene.wheel().view(),
                scene.pace().begin(),
                scene.tally().placedSoFar(),
                delivered,
                scene.tally().endedSoFar().size() - delivered);
    }

    /// Drives them another way; what is left out stays as it is.
    ///
    /// @throws Refused 409 when it is over
    public SimulatorState drive(Drive wish) {
        if (scene.wheel().isOver())
            throw Refused.conflict("simulation_over", "The simulated people are going home.");
        scene.wheel().turn(wish);
        return state();
    }

    /// How it went so far.
    public Report report() {
        var unfinished = unfinished();
        var money = new Auditor(scene.operator()).look(scene.tally().endedSoFar());
        return scene.tally().report(scene.pace(), unfinished, money);
    }

    /// The orders of our customers that are in no final state, as the platform says.
    private Map<Long, String> unfinished() {
        var open = new TreeMap<Long, String>();
        for (var orderId : scene.errands().open()) {
            var order = scene.operator().get("/orders/" + orderId).as(OrderView.class);
            if (Customers.isOver(order.status())) {
                scene.tally().ended(order);
                scene.errands().end(orderId);
            } else {
                open.put(orderId, order.status().toString());
            }
        }
        return open;
    }

    /// Everybody stops where they are.
    @Override
    public void close() {
        end();
        scene.crowd().shutdownNow();
        try {
            scene.crowd().awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
