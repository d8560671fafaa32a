package gofood.simulator.living;

import static gofood.contracts.OrderApi.OrderStatus.COMPLETE;
import static gofood.contracts.OrderApi.OrderStatus.DELIVERED;
import static gofood.contracts.OrderApi.OrderStatus.PAID;
import static gofood.contracts.OrderApi.OrderStatus.PICKED_UP;
import static gofood.contracts.OrderApi.OrderStatus.PREPARING;
import static gofood.contracts.OrderApi.OrderStatus.RECEIVED;

import gofood.contracts.Address;
import gofood.contracts.OrderApi.Cancellation;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.NewProblem;
import gofood.contracts.OrderApi.OrderPlaced;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.OrderApi.SubstitutionStatus;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import gofood.simulator.Dice;
import gofood.simulator.living.Intent.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Those who are hungry. They come one by one as the [Mealtimes] have it, order, look now and then
/// how far it is, open the door, and some say how it was.
final class Customers {
    static final int HOW_MANY = 60;

    /// How often somebody looks at their order, by the city's clock and by the platform's.
    private static final Duration CITY_LOOK = Duration.ofSeconds(90);

    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofHours(3);

    /// The nearer, the more likely: with each of these the chance of a restaurant falls to a third.
    private static final double FAR_SECONDS = 420;

    private static final Duration HUNGER_TICK = Duration.ofMillis(100);
    private static final Duration MEAL = Duration.ofMinutes(12);

    private static final double AGREES = 0.7;
    private static final double COMPLAINS = 0.03;

    private static final double TOO_FAR_FOR_THE_FIRST_SECONDS = 60;

    private final Scene scene;
    private final Doors doors;

    Customers(Scene scene) {
        this.scene = scene;
        this.doors = new Doors(scene.seed(), scene.restaurants());
    }

    /// Orders of every status, at once.
    ///
    /// @return how many
    int warmUp() {
        var firsts = new ArrayList<Intent>();
        var delivered = Ending.DELIVERED;
        for (var until :
                List.of(
                        DELIVERED, DELIVERED, PICKED_UP, DELIVERED, COMPLETE, PICKED_UP, DELIVERED,
                        PREPARING, COMPLETE, RECEIVED, PAID, PREPARING))
            firsts.add(hurried(firsts.size() + 1, delivered, until));
        firsts.add(hurried(firsts.size() + 1, Ending.CARD_DECLINED, PAID));
        firsts.add(hurried(firsts.size() + 1, Ending.KITCHEN_REJECTS, RECEIVED));
        firsts.add(hurried(firsts.size() + 1, Ending.CUSTOMER_CANCELS, PAID));
        for (var intent : firsts) scene.go(() -> order(intent));
        return firsts.size();
    }

    private Intent hurried(int number, Ending ending, OrderStatus until) {
        return Intent.hurried(scene.seed(), number, HOW_MANY, ending, until);
    }

    /// Until nobody orders any more. A Poisson process: between one order and the next there is a
    /// random amount of hunger, which comes together faster when more is wished for.
    ///
    /// @param already how many orders there are
    void arrive(int already) throws InterruptedException {
        var random = Dice.of(Long.toString(scene.seed()), "arrivals");
        var number = already;
        var missing = hunger(random);
        var until = Duration.ZERO;
        while (!scene.wheel().isOver()) {
            var now = scene.pace().elapsed();
            missing -= Mealtimes.ordersBetween(until, now) * scene.wheel().ordersPerCityHour();
            until = now;
            for (; missing <= 0; missing += hunger(random)) {
                var intent = Intent.of(scene.seed(), ++number, HOW_MANY);
                scene.go(() -> order(intent));
            }
            Thread.sleep(HUNGER_TICK);
        }
    }

    private static double hunger(Random random) {
        return -Math.log(1 - random.nextDouble());
    }

    private void order(Intent intent) throws InterruptedException {
        try {
            var customer = scene.eventually(() -> scene.people().customer(intent.customer()));
            var wished = wish(customer, intent);
            if (wished.isEmpty()) {
                scene.tally().notOrdered();
                return;
            }
            var order = quoted(customer, wished.get());
            var key =
                    "sim-%d-%d-%d"
                            .formatted(
                                    intent.seed(),
                                    intent.number(),
                                    scene.pace().begin().toEpochMilli());
            var id = customer.post("/orders", order, key).as(OrderPlaced.class).orderId();
            scene.errands().begin(new Errand(id, intent, customer));
            scene.tally().placed();
            await(customer, intent, id);
        } catch (ApiFailure failure) {
            // closed, or sold out, since we looked
            if (failure.status() == 409) scene.tally().notOrdered();
            scene.met(failure, 409);
        }
    }

    /// The order for the price that they were shown.
    private static NewOrder quoted(Api customer, NewOrder order) {
        var quote = customer.post("/quotes", order).as(Quote.class);
        return new NewOrder(
                order.restaurantId(),
                order.items(),
                order.address(),
                order.note(),
                order.payment(),
                order.tip(),
                order.promotion(),
                order.slotFrom(),
                order.ifUnavailable(),
                quote.quote());
    }

    private Optional<NewOrder> wish(Api customer, Intent intent) {
        var door = doors.of(customer, intent);
        for (var restaurant : taste(open(customer, door), intent)) {
            var menu = customer.get("/restaurants/" + restaurant.restaurantId()).as(Menu.class);
            var lines = Appetite.choose(menu, intent.dice("meal"));
            if (lines.isPresent()) {
                return Optional.of(intent.order(restaurant.restaurantId(), lines.get(), door));
            }
        }
        return Optional.empty();
    }

    private static List<Card> open(Api customer, Address door) {
        var path =
                "/restaurants?open=true&delivers=true&limit=50&lat=%s&lon=%s"
                        .formatted(door.lat(), door.lon());
        return customer.get(path).as(RestaurantList.class).restaurants();
    }

    /// The three that this customer fancies most. Each restaurant has its own throw, so that one
    /// that closes changes nothing for the others.
    private static List<Card> taste(List<Card> open, Intent intent) {
        var far = intent.hurryUntil() == null ? FAR_SECONDS : TOO_FAR_FOR_THE_FIRST_SECONDS;
        return open.stream()
                .sorted(
                        Comparator.comparingDouble(card -> {
                            var way = card.travelSeconds();
                            var weight = Math.exp(-(way == null ? 0 : way) / far);
                            var dice = intent.dice("fancies " + card.restaurantId());
                            return -Math.log(1 - dice.nextDouble()) / weight;
                        }))
                .limit(3)
                .toList();
    }

    private void await(Api customer, Intent intent, long id) throws InterruptedException {
        if (intent.ending() == Ending.CUSTOMER_CANCELS) changeMind(customer, intent, id);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var order = customer.get("/orders/" + id).as(OrderView.class);
                answer(customer, intent, order);
                if (isOver(order.status())) {
                    var wrong = order.status() == DELIVERED && complains(customer, intent, order);
                    scene.tally().ended(order);
                    scene.errands().end(id);
                    if (order.status() == DELIVERED) rate(customer, intent, order, wrong);
                    return;
                }
            } catch (ApiFailure failure) {
                scene.met(failure);
            }
            Thread.sleep(look());
        }
        // whatever has become of it, the report names it
    }

    /// Most take what the kitchen proposes; the others let it be left out.
    private void answer(Api customer, Intent intent, OrderView order) throws InterruptedException {
        for (var proposal : order.substitutions()) {
            if (proposal.status() != SubstitutionStatus.PROPOSED) continue;
            var agrees = intent.dice("swap " + proposal.line()).nextDouble() < AGREES;
            var word = agrees ? "accept" : "drop";
            var path =
                    "/orders/%d/substitutions/%d/%s"
                            .formatted(order.orderId(), proposal.substitutionId(), word);
            try {
                customer.post(path, Map.of());
            } catch (ApiFailure failure) {
                // too late
                scene.met(failure, 409);
            }
        }
    }

    /// Now and then something is missing from the bag.
    private boolean complains(Api customer, Intent intent, OrderView order)
            throws InterruptedException {
        if (intent.dice("complaint").nextDouble() >= COMPLAINS) return false;
        var missing = List.of(new ProblemItem(order.items().getFirst().line(), 1));
        var problem = new NewProblem(ProblemKind.MISSING, missing, "It was not in the bag.", null);
        try {
            customer.post(
                    "/orders/%d/problems".formatted(order.orderId()),
                    problem,
                    "sim-missing-%d".formatted(order.orderId()));
        } catch (ApiFailure failure) {
            scene.met(failure);
        }
        return true;
    }

    /// First they eat.
    private void rate(Api customer, Intent intent, OrderView order, boolean wrong)
            throws InterruptedException {
        var quality = Opinion.quality(scene.seed(), order.restaurantId());
        var seen = new Opinion.Seen(!Tally.isOnTime(order), wrong);
        var rating = Opinion.of(intent, quality, seen);
        if (rating.isEmpty()) return;
        scene.pace().sleep(MEAL);
        try {
            customer.put("/orders/%d/rating".formatted(order.orderId()), rating.get());
        } catch (ApiFailure failure) {
            scene.met(failure);
        }
    }

    private Duration look() {
        var look = scene.pace().real(CITY_LOOK);
        if (look.compareTo(SHORTEST_LOOK) < 0) return SHORTEST_LOOK;
        return look.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : look;
    }

    /// Before the kitchen has answered, if they are quick enough.
    private void changeMind(Api customer, Intent intent, long id) throws InterruptedException {
        if (intent.hurryUntil() != null) TimeUnit.SECONDS.sleep(1);
        else scene.pace().sleep(Duration.ofSeconds(intent.dice("regret").nextInt(10, 40)));
        try {
            customer.post(
                    "/orders/%d/cancel".formatted(id),
                    new Cancellation("Changed my mind.", null, null));
        } catch (ApiFailure failure) {
            scene.met(failure, 409);
        }
    }

    static boolean isOver(OrderStatus status) {
        return switch (status) {
            case DECLINED, DELIVERED, REJECTED, CANCELLED -> true;
            case PLACED, SCHEDULED, PAID, RECEIVED, PREPARING, COMPLETE, PICKED_UP -> false;
        };
    }
}
