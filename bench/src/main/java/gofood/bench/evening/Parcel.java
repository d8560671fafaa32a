package gofood.bench.evening;

import gofood.bench.evening.Script.Dinner;
import java.util.HashSet;
import java.util.Set;

/// An order on its way through the evening.
final class Parcel {
    enum Phase {
        COOKING_UNCONFIRMED,
        WAITING,
        OFFERED,
        TAKEN,
        PICKED_UP,
        DELIVERED
    }

    final Dinner dinner;
    final Set<Long> refusedBy = new HashSet<>();
    Phase phase = Phase.COOKING_UNCONFIRMED;
    boolean complete;
    int asked;
    int pickedUpAt;
    int deliveredAt;

    Parcel(Dinner dinner) {
        this.dinner = dinner;
    }
}
