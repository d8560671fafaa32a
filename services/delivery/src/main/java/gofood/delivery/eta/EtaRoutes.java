package gofood.delivery.eta;

import gofood.contracts.DeliveryApi.Accuracy;
import gofood.contracts.DeliveryApi.AccuracyList;
import gofood.contracts.DeliveryApi.EstimateList;
import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.EstimateWishes;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Point;
import gofood.contracts.UserApi.Role;
import gofood.contracts.Vehicle;
import gofood.delivery.streets.Streets;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an order would take that is placed now, and how good such words were.
public final class EtaRoutes {
    private static final Duration LOAD_KEPT = Duration.ofSeconds(2);
    private static final String TIMER = "delivery.measure";
    private static final Duration MEASURE_EVERY = Duration.ofMinutes(1);
    private static final Duration MEASURED = Duration.ofHours(24);

    private final Foundation base;
    private final Lessons lessons;
    private final Streets streets;
    private final Duration fresh;
    private final Map<String, Accuracy> measured = new ConcurrentHashMap<>();
    private Load load = new Load(0, 0, 0, Vehicle.BICYCLE);
    private Instant loadReadAt = Instant.EPOCH;

    /// @param fresh couriers who were silent for longer don't count
    public EtaRoutes(Foundation base, Lessons lessons, Streets streets, Duration fresh) {
        this.base = base;
        this.lessons = lessons;
        this.streets = streets;
        this.fresh = fresh;
        for (var at : List.of("ordered", "picked_up"))
            Gauge.builder("delivery.eta.within.percent", () -> within(at))
                    .tag("at", at)
                    .description("delivered before the later moment that was told, last 24 h")
                    .register(base.meters());
    }

    /// Measures every minute, for the metrics of one replica.
    public void ring() {
        base.timers().on(TIMER, _ -> measureAgainAndAgain());
        base.db().run(tx -> base.timers().set(tx, TIMER, "each minute", base.clock().instant()));
    }

    private void measureAgainAndAgain() {
        measure();
        var next = base.clock().instant().plus(MEASURE_EVERY);
        base.db().run(tx -> base.timers().set(tx, TIMER, "each minute", next));
    }

    private double within(String at) {
        var accuracy = measured.get(at);
        return accuracy == null ? Double.NaN : accuracy.withinPercent();
    }

    public Routes table() {
        return new Routes()
                .post("/estimates", Access.only(Role.SERVICE, Role.OPERATOR), this::estimate)
                .post("/estimates/batch", Access.only(Role.SERVICE, Role.OPERATOR), this::batch)
                .get("/estimates/accuracy", Access.only(Role.OPERATOR), this::accuracy);
    }

    private Reply estimate(Call call) {
        return Reply.ok(estimates(List.of(call.body(EstimateWish.class))).getFirst());
    }

    private Reply batch(Call call) {
        return Reply.ok(new EstimateList(estimates(call.body(EstimateWishes.class).wishes())));
    }

    /// However many they are, the city is asked once, and only for ways that aren't known.
    private List<Eta> estimates(List<EstimateWish> wishes) {
        var now = base.clock().instant();
        var learned = lessons.learned();
        var busy = load(now);
        var legs =
                streets.between(
                        Map.of(busy.usual(), places(wishes, EstimateWish::pickup)),
                        places(wishes, EstimateWish::dropoff),
                        vehicle -> learned.pace(vehicle).half());
        var outlook = new Outlook(learned, busy, legs);
        return wishes.stream().map(wish -> estimate(outlook, wish, now)).toList();
    }

    private static Set<Point> places(List<EstimateWish> wishes, Function<EstimateWish, Point> of) {
        return wishes.stream().map(of).map(Streets::rounded).collect(Collectors.toSet());
    }

    private static Eta estimate(Outlook outlook, EstimateWish wish, Instant now) {
        var cooked =
                Outlook.Cooked.after(
                        outlook.learned(),
                        wish.restaurantId(),
                        now,
                        Duration.ofMinutes(wish.preparationMinutes()));
        var kitchen = Streets.rounded(wish.pickup());
        return outlook.of(now, kitchen, Streets.rounded(wish.dropoff()), cooked).handover();
    }

    /// How busy everybody is, at most some seconds ago.
    public synchronized Load load(Instant now) {
        if (loadReadAt.isBefore(now.minus(LOAD_KEPT))) {
            load = base.db().tx(tx -> load(tx, now.minus(fresh)));
            loadReadAt = now;
        }
        return load;
    }

    private static Load load(Tx tx, Instant heardSince) {
        return tx.one(
                """
                WITH active AS (
                     SELECT c.vehicle,
                            EXISTS (SELECT FROM delivery d
                                     WHERE d.courier_id = c.courier_id
                                       AND d.slot IS NOT NULL) AS busy
                       FROM courier c JOIN courier_position p ON p.courier_id = c.courier_id
                      WHERE c.online AND greatest(p.seen_at, p.heard_at) > ?)
                SELECT (SELECT count(*) FROM delivery
                         WHERE ended IS NULL AND status = 'WAITING') AS waiting,
                       count(*) AS couriers,
                       count(*) FILTER (WHERE NOT busy) AS free,
                       coalesce(mode() WITHIN GROUP (ORDER BY vehicle), 'BICYCLE') AS usual
                  FROM active
                """,
                row ->
                        new Load(
                                row.integer("waiting"),
                                row.integer("couriers"),
                                row.integer("free"),
                                Vehicle.valueOf(row.text("usual"))),
                heardSince);
    }

    private Reply accuracy(Call call) {
        return Reply.ok(new AccuracyList(measure()));
    }

    /// Compares what was told with what came, for the deliveries of the last 24 hours.
    private List<Accuracy> measure() {
        var since = base.clock().instant().minus(MEASURED);
        var all =
                base.db()
                        .tx(tx ->
                                List.of(
                                        measure(tx, "ordered", "first_from", "promised_at", since),
                                        measure(
                                                tx,
                                                "picked_up",
                                                "picked_from",
                                                "picked_to",
                                                since)));
        for (var one : all) if (one.deliveries() > 0) measured.put(one.at(), one);
        return all;
    }

    private static Accuracy measure(Tx tx, String at, String from, String to, Instant since) {
        return tx.one(
                """
                SELECT count(*) AS deliveries,
                       coalesce(round(avg(CASE WHEN delivered_at <= told_to
                                               THEN 100 ELSE 0 END)), 0)::int AS within,
                       coalesce(round(avg(CASE WHEN delivered_at <= told_from
                                               THEN 100 ELSE 0 END)), 0)::int AS early_half,
                       coalesce(round(avg(error)), 0)::bigint AS mean,
                       coalesce(round(percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(error))),
                                0)::bigint AS median
                  FROM (SELECT delivered_at, %1$s AS told_from, %2$s AS told_to,
                               extract(epoch FROM delivered_at - %1$s)::float8 AS error
                          FROM delivery
                         WHERE delivered_at > ? AND %1$s IS NOT NULL AND %2$s IS NOT NULL) d
                """
                        .formatted(from, to),
                row ->
                        new Accuracy(
                                at,
                                row.integer("deliveries"),
                                row.integer("within"),
                                row.integer("early_half"),
                                row.number("mean"),
                                row.number("median")),
                since);
    }
}
