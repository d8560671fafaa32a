package gofood.delivery.planning;

import gofood.delivery.planning.Stop.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/// What a courier has to do, as it grows during a round.
final class Tour {
    final Rider rider;
    final int place;

    /// the ways of the courier's vehicle
    final int[] ways;

    /// orders in the bag now
    final int bag;

    final Task[] tasks;

    private Tour(Rider rider, int place, int[] ways, int bag, Task[] tasks) {
        this.rider = rider;
        this.place = place;
        this.ways = ways;
        this.bag = bag;
        this.tasks = tasks;
    }

    static Tour of(Rider rider, Instant now, Ways ways) {
        var readyAt = new HashMap<Long, Integer>();
        for (var stop : rider.stops())
            if (stop.kind() == Kind.PICKUP && stop.earliest() != null)
                readyAt.put(stop.deliveryId(), Task.seconds(now, stop.earliest()));
        var tasks = new Task[rider.stops().size()];
        int bag = 0;
        for (int i = 0; i < tasks.length; i++) {
            var stop = rider.stops().get(i);
            tasks[i] = Task.of(stop, readyAt.getOrDefault(stop.deliveryId(), 0), now, ways);
            bag += tasks[i].pickup() ? -1 : 1;
        }
        return new Tour(rider, ways.place(rider.at()), ways.of(rider.vehicle()), bag, tasks);
    }

    /// The same courier with a delivery more.
    ///
    /// @param pickup before which task the food is fetched
    /// @param dropoff before which task it is handed over
    Tour with(Task fetch, Task hand, int pickup, int dropoff) {
        var longer = new Task[tasks.length + 2];
        insert(longer, fetch, hand, pickup, dropoff);
        return new Tour(rider, place, ways, bag, longer);
    }

    void insert(Task[] longer, Task fetch, Task hand, int pickup, int dropoff) {
        System.arraycopy(tasks, 0, longer, 0, pickup);
        longer[pickup] = fetch;
        System.arraycopy(tasks, pickup, longer, pickup + 1, dropoff - pickup);
        longer[dropoff + 1] = hand;
        System.arraycopy(tasks, dropoff, longer, dropoff + 2, tasks.length - dropoff);
    }

    List<Stop> stops() {
        return java.util.Arrays.stream(tasks).map(Task::stop).toList();
    }
}
