package gofood.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.contracts.DeliveryApi.EstimateList;
import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.EstimateWishes;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Point;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// When orders would come that are placed now, as the delivery service says. What it said is kept
/// for some seconds; while it is silent it is left alone, and we reckon ourselves.
final class ArrivalTimes {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FRESH = Duration.ofSeconds(15);

    /// After a silence the delivery service is left alone for so long: if it hangs, it must not
    /// cost each customer half a second.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// What our own reckoning adds for nine of ten: a share of the whole, and at least so much.
    private static final double MARGIN = 0.4;

    private static final long LEAST_MARGIN_SECONDS = 300;
    private static final int MOST_KEPT = 100_000;

    private final Peer delivery;
    private final Clock clock;
    private final Cache<Trip, Said> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(FRESH).build();
    private volatile Instant from = Instant.MIN;

    ArrivalTimes(Peer delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    private record Trip(long restaurantId, Point from, Point to) {
        static Trip of(EstimateWish wish) {
            return new Trip(wish.restaurantId(), wish.pickup(), wish.dropoff());
        }
    }

    private record Said(Eta eta, Instant at) {}

    /// Asks, while the caller asks somebody else.
    CompletableFuture<Optional<Eta>> ask(EstimateWish wish) {
        var known = known(wish);
        if (known.isPresent() || isLeftAlone()) return CompletableFuture.completedFuture(known);
        var here = RequestScope.onward();
        return CompletableFuture.supplyAsync(
                () -> here.call(() -> asked(wish)), Thread::startVirtualThread);
    }

    private Optional<Eta> asked(EstimateWish wish) {
        var answer = heard(() -> delivery.post("/estimates", wish));
        var eta = answer.map(said -> said.as(Eta.class));
        eta.ifPresent(said -> keep(wish, said));
        return eta;
    }

    /// Learns all of these with one question, for [#known].
    void learn(List<EstimateWish> wishes) {
        var open = wishes.stream().filter(wish -> known(wish).isEmpty()).toList();
        if (open.isEmpty() || isLeftAlone()) return;
        var answer = heard(() -> delivery.post("/estimates/batch", new EstimateWishes(open)));
        if (answer.isEmpty()) return;
        var said = answer.get().as(EstimateList.class).estimates();
        if (said.size() != open.size()) return;
        for (int i = 0; i < open.size(); i++) keep(open.get(i), said.get(i));
    }

    /// What the delivery service said a moment ago.
    Optional<Eta> known(EstimateWish wish) {
        var said = kept.getIfPresent(Trip.of(wish));
        return said != null && clock.instant().isBefore(said.at.plus(FRESH))
                ? Optional.of(said.eta)
                : Optional.empty();
    }

    private void keep(EstimateWish wish, Eta eta) {
        kept.put(Trip.of(wish), new Said(eta, clock.instant()));
    }

    private boolean isLeftAlone() {
        return clock.instant().isBefore(from);
    }

    private Optional<Peer.Answer> heard(Supplier<Peer.Answer> question) {
        try {
            return Optional.of(RequestScope.within(PATIENCE, question)).filter(Peer.Answer::isOk);
        } catch (Refused silent) {
            from = clock.instant().plus(PAUSE);
            return Optional.empty();
        }
    }

    /// Our own reckoning.
    Eta reckoned(int preparationMinutes, int rideSeconds) {
        var seconds = preparationMinutes * 60L + rideSeconds;
        var margin = Math.max(LEAST_MARGIN_SECONDS, Math.round(seconds * MARGIN));
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
        return new Eta(at, at.plusSeconds(margin));
    }
}
