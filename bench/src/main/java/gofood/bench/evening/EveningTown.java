package gofood.bench.evening;

import gofood.bench.evening.EveningCourier.Doing;
import gofood.bench.evening.Parcel.Phase;
import gofood.contracts.Point;
import gofood.delivery.planning.Stop;
import gofood.delivery.planning.Stop.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// One evening under one way of dispatch, event by event on a virtual clock.
final class EveningTown {
    private static final Instant SIX = Instant.parse("2026-01-10T18:00:00Z");
    private static final int ROUND_SECONDS = 3;

    /// at 01:00 whatever isn't brought stays undelivered
    private static final int END = 7 * 3600;

    /// a courier who vanished isn't asked any more, and their rides look for another
    private static final int SILENCE_SECONDS = 180;

    private record Happening(int at, long number, Runnable what) {}

    private final Script script;
    private final EveningStreets streets;
    private final Dispatch dispatch;
    private final EveningLessons learned;
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Parcel> open = new ArrayList<>();
    private final List<EveningCourier> carriers = new ArrayList<>();
    private final PriorityQueue<Happening> agenda =
            new PriorityQueue<>(
                    Comparator.comparingInt(Happening::at).thenComparingLong(Happening::number));
    private int now;
    private long number;

    private EveningTown(Script script, EveningStreets streets, Dispatch dispatch) {
        this.script = script;
        this.streets = streets;
        this.dispatch = dispatch;
        learned = new EveningLessons(streets.kitchens.size());
    }

    static Figures play(Script script, EveningStreets streets, Dispatch dispatch) {
        return new EveningTown(script, streets, dispatch).play();
    }

    private Figures play() {
        script.starters().forEach(who -> carriers.add(new EveningCourier(who)));
        for (var dinner : script.dinners()) {
            var parcel = new Parcel(dinner);
            parcels.add(parcel);
            happen(dinner.confirmedAt(), () -> confirmed(parcel));
            happen(dinner.readyAt(), () -> complete(parcel));
        }
        happen(script.vanishes(), this::vanish);
        happen(0, this::round);
        while (!agenda.isEmpty() && now < END) {
            var next = agenda.remove();
            now = next.at();
            next.what().run();
        }
        return Figures.of(parcels, carriers);
    }

    private void happen(int at, Runnable what) {
        agenda.add(new Happening(at, number++, what));
    }

    private void round() {
        dispatch.round(this);
        if (now < Script.LAST_ORDER || parcels.stream().anyMatch(p -> p.phase != Phase.DELIVERED))
            happen(now + ROUND_SECONDS, this::round);
    }

    // what dispatch may know and do

    int now() {
        return now;
    }

    Instant at(int seconds) {
        return SIX.plusSeconds(seconds);
    }

    EveningStreets streets() {
        return streets;
    }

    /// Those that the kitchens have confirmed and nobody has taken, in that order.
    List<Parcel> parcels() {
        return open;
    }

    List<EveningCourier> carriers() {
        return carriers;
    }

    Parcel parcel(long id) {
        return parcels.get((int) id - 1);
    }

    EveningCourier carrier(long id) {
        return carriers.get((int) id - 1);
    }

    boolean mayAsk(EveningCourier carrier) {
        return !carrier.hasOffer && !carrier.gone;
    }

    int expectedReady(Parcel parcel) {
        var dinner = parcel.dinner;
        if (parcel.complete) return dinner.readyAt();
        int needs = learned.needs(dinner.kitchen(), dinner.toldSeconds());
        return Math.max(now + 30, dinner.confirmedAt() + needs);
    }

    Stop pickup(Parcel parcel) {
        var dinner = parcel.dinner;
        return new Stop(dinner.id(), Kind.PICKUP, dinner.from(), at(expectedReady(parcel)), null);
    }

    Stop dropoff(Parcel parcel) {
        var dinner = parcel.dinner;
        return new Stop(dinner.id(), Kind.DROPOFF, dinner.to(), null, at(dinner.promisedAt()));
    }

    int paced(int seconds) {
        return (int) (seconds * learned.pace());
    }

    /// How long the courier would need from where they are now.
    int expected(EveningCourier carrier, Point to) {
        return paced(reckoned(carrier, to));
    }

    void ask(Parcel parcel, EveningCourier carrier, List<Stop> tour) {
        parcel.phase = Phase.OFFERED;
        carrier.hasOffer = true;
        var answer = script.answer(parcel.dinner.id(), carrier.who.id(), parcel.asked++);
        happen(now + answer.seconds(), () -> answered(parcel, carrier, tour, answer.accepts()));
    }

    // what happens

    private void confirmed(Parcel parcel) {
        parcel.phase = Phase.WAITING;
        open.add(parcel);
    }

    private void complete(Parcel parcel) {
        var dinner = parcel.dinner;
        parcel.complete = true;
        learned.cooked(
                dinner.kitchen(), dinner.toldSeconds(), dinner.readyAt() - dinner.confirmedAt());
        for (var carrier : carriers)
            if (carrier.doing == Doing.WAITING
                    && carrier.stops.getFirst().deliveryId() == dinner.id()) handOver(carrier);
    }

    private void answered(Parcel parcel, EveningCourier carrier, List<Stop> tour, boolean accepts) {
        carrier.hasOffer = false;
        if (!accepts || carrier.gone) {
            parcel.phase = Phase.WAITING;
            parcel.refusedBy.add(carrier.who.id());
            return;
        }
        parcel.phase = Phase.TAKEN;
        open.remove(parcel);
        var stops = new ArrayList<Stop>();
        for (var stop : tour)
            if (stop.deliveryId() == parcel.dinner.id() || isToDo(carrier, stop)) stops.add(stop);
        carrier.stops = stops;
        goOn(carrier);
    }

    private static boolean isToDo(EveningCourier carrier, Stop stop) {
        return carrier.stops.stream()
                .anyMatch(s -> s.deliveryId() == stop.deliveryId() && s.kind() == stop.kind());
    }

    private void goOn(EveningCourier carrier) {
        if (carrier.gone || carrier.doing == Doing.HANDING_OVER) return;
        if (carrier.stops.isEmpty()) {
            carrier.doing = Doing.NOTHING;
            carrier.freeSince = now;
            return;
        }
        var next = carrier.stops.getFirst().at();
        if (carrier.doing == Doing.RIDING && carrier.to.equals(next)) return;
        if (carrier.doing == Doing.WAITING) carrier.idleSeconds += now - carrier.waitingSince;
        ride(carrier, next);
    }

    private void ride(EveningCourier carrier, Point next) {
        int turn = ++carrier.turn;
        int reckoned = reckoned(carrier, next);
        var vehicle = carrier.who.vehicle();
        int direct = streets.seconds(vehicle, carrier.to, next);
        if (carrier.doing == Doing.RIDING) {
            carrier.metres += carrier.legShare(now) * carrier.legMetres;
            int back = streets.seconds(vehicle, carrier.from, next);
            boolean turnsBack =
                    reckoned < direct + Math.max(0, carrier.legEnd - now) / slow(carrier);
            if (!turnsBack) carrier.from = carrier.to;
            else direct = back;
        } else carrier.from = carrier.to;
        carrier.legMetres =
                Math.round(
                        streets.metres(vehicle, carrier.from, next)
                                * (direct == 0 ? 1 : Math.max(1, reckoned / (double) direct)));
        int needed = (int) Math.round(reckoned * slow(carrier));
        carrier.doing = Doing.RIDING;
        carrier.to = next;
        carrier.legStart = now;
        carrier.legEnd = now + needed;
        carrier.legVia = now + (int) Math.round(Math.max(0, reckoned - direct) * slow(carrier));
        happen(
                carrier.legEnd,
                () -> {
                    if (carrier.turn == turn) arrived(carrier, reckoned, needed);
                });
    }

    /// By the map, from where the courier is: in the middle of a leg either on or back.
    private int reckoned(EveningCourier carrier, Point next) {
        var vehicle = carrier.who.vehicle();
        int direct = streets.seconds(vehicle, carrier.to, next);
        if (carrier.doing != Doing.RIDING) return direct;
        int back = streets.seconds(vehicle, carrier.from, next);
        double slow = slow(carrier);
        int on = direct + (int) (Math.max(0, carrier.legEnd - now) / slow);
        int done = (int) (Math.abs(now - carrier.legVia) / slow);
        return Math.min(on, back + done);
    }

    private double slow(EveningCourier carrier) {
        return carrier.who.pace() * (script.rains(now) ? Script.RAIN : 1);
    }

    private void arrived(EveningCourier carrier, int reckoned, int needed) {
        learned.rode(reckoned, needed);
        carrier.metres += carrier.legMetres;
        carrier.from = carrier.to;
        var stop = carrier.stops.getFirst();
        if (stop.kind() == Kind.PICKUP && !parcel(stop.deliveryId()).complete) {
            carrier.doing = Doing.WAITING;
            carrier.waitingSince = now;
        } else handOver(carrier);
    }

    private void handOver(EveningCourier carrier) {
        if (carrier.doing == Doing.WAITING) carrier.idleSeconds += now - carrier.waitingSince;
        carrier.doing = Doing.HANDING_OVER;
        var stop = carrier.stops.getFirst();
        var dinner = parcel(stop.deliveryId()).dinner;
        boolean pickup = stop.kind() == Kind.PICKUP;
        happen(
                now + (pickup ? dinner.kitchenHandover() : dinner.doorHandover()),
                () -> handedOver(carrier, stop));
    }

    /// The tour may have been changed meanwhile, so the stop isn't always the first one.
    private void handedOver(EveningCourier carrier, Stop stop) {
        var parcel = parcel(stop.deliveryId());
        boolean pickup = stop.kind() == Kind.PICKUP;
        parcel.phase = pickup ? Phase.PICKED_UP : Phase.DELIVERED;
        if (pickup) parcel.pickedUpAt = now;
        else parcel.deliveredAt = now;
        carrier.stops.removeIf(s -> s.deliveryId() == stop.deliveryId() && s.kind() == stop.kind());
        carrier.doing = Doing.NOTHING;
        goOn(carrier);
    }

    /// The first courier vanishes as soon as there is nobody's food in their bag, so that no way of
    /// dispatch is unluckier than the other.
    private void vanish() {
        var carrier = carriers.getFirst();
        boolean carries =
                carrier.doing == Doing.HANDING_OVER
                        || carrier.stops.stream()
                                .anyMatch(s -> parcel(s.deliveryId()).phase == Phase.PICKED_UP);
        if (carries) {
            happen(now + 10, this::vanish);
            return;
        }
        carrier.gone = true;
        carrier.turn++;
        carrier.doing = Doing.NOTHING;
        var left = carrier.stops.stream().map(Stop::deliveryId).distinct().toList();
        carrier.stops = new ArrayList<>();
        happen(now + SILENCE_SECONDS, () -> left.forEach(id -> confirmed(parcel(id))));
    }
}
