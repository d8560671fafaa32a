package gofood.delivery.planning;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.planning.Stop.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-01-10T19:00:00Z");
    private final Planner planner = new Planner(Weights.usual());

    /// One degree of longitude is a thousand seconds, and as many metres.
    private static final Travel LINE =
            new Travel() {
                @Override
                public OptionalInt seconds(Vehicle vehicle, Point from, Point to) {
                    double way = Math.abs(from.lon() - to.lon()) + Math.abs(from.lat() - to.lat());
                    return OptionalInt.of((int) Math.round(way * 1000));
                }

                @Override
                public OptionalInt metres(Vehicle vehicle, Point from, Point to) {
                    return seconds(vehicle, from, to);
                }
            };

    @Test
    void the_nearest_courier_is_asked_when_nothing_else_speaks() {
        var plan = plan(List.of(rider(1, 0.5), rider(2, 0.1)), List.of(job(9, 0, 0.2, -60, 1800)));
        var choice = plan.choices().getFirst();
        assertThat(choice.courierId()).isEqualTo(2);
        assertThat(choice.due()).isTrue();
        assertThat(choice.pickupMetres()).isEqualTo(100);
        assertThat(choice.distanceMetres()).isEqualTo(300);
        assertThat(choice.candidates()).extracting(c -> c.courierId()).containsExactly(2L, 1L);
        assertThat(choice.reason()).contains("after the food is ready").contains("courier 1");
    }

    @Test
    void all_together_are_cheaper_than_each_for_itself() {
        // both are nearest to courier 1, but only courier 1 is near to delivery 8
        var riders = List.of(rider(1, 0), rider(2, 0.3));
        var plan = plan(riders, List.of(job(8, -0.1, -0.2, 0, 1800), job(9, 0.1, 0.2, 0, 1800)));
        assertThat(plan.choices())
                .extracting(c -> c.deliveryId() + " by " + c.courierId())
                .containsExactlyInAnyOrder("8 by 1", "9 by 2");
    }

    @Test
    void a_courier_is_asked_so_that_they_arrive_when_the_food_is_ready() {
        var choice =
                plan(List.of(rider(1, 0.1)), List.of(job(9, 0, 0.2, 600, 2400)))
                        .choices()
                        .getFirst();
        var w = Weights.usual();
        int early = w.margin() + w.ease().moreMargin();
        assertThat(choice.due()).isFalse();
        assertThat(choice.askAt()).isEqualTo(NOW.plusSeconds(600 - 100 - early - w.answer()));
        assertThat(choice.cost().pickupAt()).isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void while_couriers_are_scarce_they_are_asked_later() {
        var w = Weights.usual();
        var jobs = List.of(job(8, 1, 1.2, 0, 1200), job(9, 0, 0.2, 600, 2400));
        var scarce = plan(List.of(rider(1, 0.1), busy(2, 0.9)), jobs);
        assertThat(askAt(scarce, 9))
                .isEqualTo(NOW.plusSeconds(600 - 100 - w.margin() - w.answer()));
        var half = plan(List.of(rider(1, 0.1), rider(2, 0.9)), jobs);
        assertThat(askAt(half, 9))
                .isEqualTo(askAt(scarce, 9).minusSeconds(w.ease().moreMargin() / 2));
    }

    private static Instant askAt(Plan plan, long deliveryId) {
        return plan.choices().stream()
                .filter(choice -> choice.deliveryId() == deliveryId)
                .findFirst()
                .orElseThrow()
                .askAt();
    }

    private static Rider busy(long id, double x) {
        return rider(id, x, dropoff(100 + id, x, 1800));
    }

    @Test
    void food_beyond_the_horizon_is_not_planned_yet() {
        var plan = plan(List.of(rider(1, 0)), List.of(job(9, 0, 0.2, 4000, 8000)));
        assertThat(plan.choices()).isEmpty();
        assertThat(plan.unserved()).isEmpty();
    }

    @Test
    void an_order_from_the_same_kitchen_goes_along() {
        var busy = rider(1, 0.05, pickup(7, 0, 60), dropoff(7, 0.3, 1800));
        var choice =
                plan(List.of(busy, rider(2, 0.4)), List.of(job(9, 0, 0.32, 60, 1800)))
                        .choices()
                        .getFirst();
        assertThat(choice.courierId()).isEqualTo(1);
        assertThat(choice.tour())
                .extracting(Stop::kind)
                .containsExactly(Kind.PICKUP, Kind.PICKUP, Kind.DROPOFF, Kind.DROPOFF);
        assertThat(choice.reason()).contains("along");
    }

    @Test
    void two_waiting_orders_of_a_kitchen_share_the_only_courier_and_are_asked_one_by_one() {
        var plan =
                plan(
                        List.of(rider(1, 0)),
                        List.of(job(8, 0, 0.3, 0, 1800), job(9, 0, 0.3, 0, 1800)));
        assertThat(plan.choices()).extracting(Choice::courierId).containsExactly(1L, 1L);
        assertThat(plan.choices()).extracting(Choice::due).containsExactly(true, false);
        assertThat(plan.choices().getFirst().tour()).hasSize(2);
    }

    @Test
    void who_refused_or_is_too_far_away_or_unreachable_is_not_asked() {
        var refused = new Job(9, at(0), at(0.1), NOW, NOW.plusSeconds(900), Set.of(1L), 500);
        var plan = plan(List.of(rider(1, 0), rider(2, 0.6)), List.of(refused));
        assertThat(plan.choices()).isEmpty();
        assertThat(plan.unserved()).containsExactly(9L);
    }

    @Test
    void who_is_late_longest_goes_first_when_couriers_are_few() {
        var one = new Rider(1, Vehicle.BICYCLE, 1, at(0), NOW, List.of());
        var plan =
                plan(
                        List.of(one),
                        List.of(job(8, 0.01, 0.1, -60, 900), job(9, 0.1, 0.3, -3600, -1800)));
        assertThat(plan.choices().getFirst().deliveryId()).isEqualTo(9);
    }

    @Test
    void any_situation_is_planned_soundly_and_in_any_order_alike() {
        var dice = new Random(6);
        for (int round = 0; round < 150; round++) {
            var situation = situation(dice, 1 + dice.nextInt(12), 1 + dice.nextInt(20));
            var plan = planner.plan(situation, LINE);
            sound(situation, plan);
            var riders = new ArrayList<>(situation.riders());
            var jobs = new ArrayList<>(situation.jobs());
            Collections.shuffle(riders, dice);
            Collections.shuffle(jobs, dice);
            assertThat(planner.plan(new Situation(NOW, riders, jobs), LINE)).isEqualTo(plan);
        }
    }

    @Test
    void a_large_round_is_planned_within_its_interval() {
        var situation = situation(new Random(7), 500, 750);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            sound(situation, planner.plan(situation, LINE));
            least = Math.min(least, System.nanoTime() - start);
        }
        System.out.printf("500 couriers, 750 deliveries planned in %.0f ms%n", least / 1e6);
        assertThat(least).isLessThan(3_000_000_000L);
    }

    private static void sound(Situation situation, Plan plan) {
        var dueOf = new HashSet<Long>();
        var seen = new HashSet<Long>();
        for (var choice : plan.choices()) {
            assertThat(seen.add(choice.deliveryId())).isTrue();
            var rider =
                    situation.riders().stream()
                            .filter(r -> r.courierId() == choice.courierId())
                            .findFirst()
                            .orElseThrow();
            if (choice.due()) assertThat(dueOf.add(choice.courierId())).isTrue();
            assertThat(choice.due() && choice.askAt().isAfter(NOW)).isFalse();
            assertThat(choice.candidates()).hasSizeBetween(1, 5).contains(choice.cost());
            assertThat(choice.tour().containsAll(rider.stops())).isTrue();
            int bag =
                    (int)
                            (rider.stops().stream().filter(s -> s.kind() == Kind.DROPOFF).count()
                                    - rider.stops().stream()
                                            .filter(s -> s.kind() == Kind.PICKUP)
                                            .count());
            for (var stop : choice.tour()) {
                bag += stop.kind() == Kind.PICKUP ? 1 : -1;
                assertThat(bag).isBetween(0, rider.capacity());
            }
        }
        assertThat(plan.unserved()).noneMatch(seen::contains);
    }

    private static Situation situation(Random dice, int riders, int jobs) {
        var all = new ArrayList<Rider>();
        for (int r = 1; r <= riders; r++) {
            double x = dice.nextDouble();
            var stops = new ArrayList<Stop>();
            if (dice.nextInt(3) == 0) stops.add(dropoff(1000 + r, dice.nextDouble(), 600));
            if (dice.nextInt(3) == 0) {
                stops.add(pickup(2000 + r, dice.nextDouble(), dice.nextInt(600)));
                stops.add(dropoff(2000 + r, dice.nextDouble(), 1800));
            }
            all.add(new Rider(r, Vehicle.BICYCLE, 1 + dice.nextInt(3), at(x), NOW, stops));
        }
        var some = new ArrayList<Job>();
        for (int j = 1; j <= jobs; j++)
            some.add(
                    job(
                            j,
                            dice.nextDouble(),
                            dice.nextDouble(),
                            dice.nextInt(1500) - 600,
                            dice.nextInt(2400)));
        return new Situation(NOW, all, some);
    }

    @Test
    void what_nobody_may_bring_keeps_nobody_from_what_they_can() {
        var jobs = new ArrayList<Job>();
        for (int i = 1; i <= 4; i++)
            jobs.add(
                    new Job(
                            i,
                            at(0),
                            at(0.1),
                            NOW.minusSeconds(600),
                            NOW.plusSeconds(900),
                            Set.of(1L),
                            500));
        jobs.add(job(9, 0, 0.1, 0, 1800));
        var plan = plan(List.of(rider(1, 0)), jobs);
        assertThat(plan.choices()).extracting(Choice::deliveryId).containsExactly(9L);
        assertThat(plan.unserved()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void who_is_off_the_map_with_food_in_the_bag_is_left_alone() {
        var lost = at(50);
        var island =
                new Travel() {
                    @Override
                    public OptionalInt seconds(Vehicle vehicle, Point from, Point to) {
                        return from.equals(lost) || to.equals(lost)
                                ? OptionalInt.empty()
                                : LINE.seconds(vehicle, from, to);
                    }

                    @Override
                    public OptionalInt metres(Vehicle vehicle, Point from, Point to) {
                        return seconds(vehicle, from, to);
                    }
                };
        var riders =
                List.of(
                        rider(1, 0, pickup(3, 0.1, 0), dropoff(3, 0.2, 900)),
                        rider(2, 50, dropoff(4, 0.2, 900)),
                        rider(3, 0.3));
        var jobs = List.of(job(8, 0, 0.1, 0, 1800), job(9, 0.2, 0.3, 0, 1800));
        var plan = planner.plan(new Situation(NOW, riders, jobs), island);
        assertThat(plan.choices()).extracting(Choice::courierId).isSubsetOf(1L, 3L);
        assertThat(plan.unserved()).isEmpty();
    }

    private Plan plan(List<Rider> riders, List<Job> jobs) {
        return planner.plan(new Situation(NOW, riders, jobs), LINE);
    }

    private static Point at(double x) {
        return new Point(0, x);
    }

    private static Rider rider(long id, double x, Stop... stops) {
        return new Rider(id, Vehicle.BICYCLE, 2, at(x), NOW, List.of(stops));
    }

    private static Stop pickup(long id, double x, int ready) {
        return new Stop(id, Kind.PICKUP, at(x), NOW.plusSeconds(ready), null);
    }

    private static Stop dropoff(long id, double x, int promised) {
        return new Stop(id, Kind.DROPOFF, at(x), null, NOW.plusSeconds(promised));
    }

    private static Job job(long id, double from, double to, int ready, int promised) {
        return new Job(
                id,
                at(from),
                at(to),
                NOW.plusSeconds(ready),
                NOW.plusSeconds(promised),
                Set.of(),
                1800);
    }
}
