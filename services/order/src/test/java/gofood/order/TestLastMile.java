package gofood.order;

import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.DeliveryApi.Eta;
import gofood.platform.testing.TestBed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What the city and the delivery service may say about the way to a door.
final class TestLastMile {
    static final int METRES = 1000;
    static final Instant UNTIL = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);

    private TestLastMile() {}

    /// The played city delivers to every door, and the played couriers take half an hour.
    static void near(TestBed bed) {
        bed.neighbour("city").answer("POST", "/zones/check", 200, told(delivers()));
        bed.neighbour("delivery").answer("POST", "/estimates", 200, inHalfAnHour());
    }

    static ZoneVerdicts told(ZoneVerdict verdict) {
        return new ZoneVerdicts(List.of(verdict));
    }

    static Eta inHalfAnHour() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Eta(now.plusSeconds(1800), now.plusSeconds(2400));
    }

    static ZoneVerdict delivers() {
        return new ZoneVerdict(7, Verdict.DELIVERS, 240, METRES, null, null);
    }

    static ZoneVerdict tooFar() {
        return new ZoneVerdict(7, Verdict.TOO_FAR, 1801, 9000, null, null);
    }

    static ZoneVerdict restricted() {
        return new ZoneVerdict(7, Verdict.RESTRICTED, 600, 2500, UNTIL, "rain");
    }

    static ZoneVerdict paused() {
        return new ZoneVerdict(7, Verdict.PAUSED, 240, METRES, UNTIL, "storm");
    }

    static ZoneVerdict nowhere(Verdict verdict) {
        return new ZoneVerdict(7, verdict, null, null, null, null);
    }
}
