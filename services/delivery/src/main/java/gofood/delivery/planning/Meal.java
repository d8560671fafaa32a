package gofood.delivery.planning;

import gofood.delivery.planning.Stop.Kind;
import java.time.Instant;

/// A job as the reckoning needs it.
record Meal(Job job, Task fetch, Task hand) {
    static Meal of(Job job, Instant now, Ways ways) {
        int ready = Task.seconds(now, job.readyAt());
        var pickup = new Stop(job.deliveryId(), Kind.PICKUP, job.kitchen(), job.readyAt(), null);
        var dropoff = new Stop(job.deliveryId(), Kind.DROPOFF, job.door(), null, job.promisedAt());
        return new Meal(job, Task.of(pickup, ready, now, ways), Task.of(dropoff, ready, now, ways));
    }

    long id() {
        return job.deliveryId();
    }

    /// seconds from now; negative once it is ready
    int ready() {
        return fetch.moment();
    }

    /// How much this one goes before others, in weighted seconds. It outweighs the lateness that
    /// nobody can undo any more; else the assignment would find a late meal dear and leave it for
    /// ever.
    double urgency(Weights weights) {
        return weights.late(Math.max(0, ready()) - hand.moment()) - ready() * weights.urgency();
    }
}
