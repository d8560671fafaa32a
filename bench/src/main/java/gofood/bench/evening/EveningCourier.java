package gofood.bench.evening;

import gofood.bench.evening.Script.Starter;
import gofood.contracts.Point;
import gofood.delivery.planning.Stop;
import java.util.ArrayList;
import java.util.List;

/// A courier in the evening: where they are, and what they have to do.
final class EveningCourier {
    enum Doing {
        NOTHING,
        RIDING,
        WAITING,
        HANDING_OVER
    }

    final Starter who;
    List<Stop> stops = new ArrayList<>();
    Doing doing = Doing.NOTHING;
    boolean hasOffer;
    boolean gone;
    int freeSince;

    /// where they are, or where the present leg began and ends
    Point from;

    Point to;
    int legStart;

    /// before which moment they are still on the way back to `from`
    int legVia;

    int legEnd;
    long legMetres;

    /// a plan that was overtaken must not happen any more
    int turn;

    double metres;
    int idleSeconds;
    int waitingSince;

    EveningCourier(Starter who) {
        this.who = who;
        from = who.at();
        to = who.at();
    }

    double legShare(int now) {
        return legEnd == legStart ? 1 : (now - legStart) / (double) (legEnd - legStart);
    }

    Point position(int now) {
        if (doing != Doing.RIDING) return to;
        double share = Math.clamp((now - legVia) / (double) Math.max(1, legEnd - legVia), 0, 1);
        return new Point(
                from.lat() + (to.lat() - from.lat()) * share,
                from.lon() + (to.lon() - from.lon()) * share + who.id() * 1e-9);
    }
}
