package gofood.order;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.contracts.Address;
import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Point;
import gofood.contracts.RestaurantApi.Menu;
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

/// The way from a kitchen to a door. The city says whether the kitchen delivers there and how far
/// that is along streets, and without it nothing is sold; the delivery service says when an order
/// would come, and without it we reckon ourselves. Both are asked side by side.
///
/// Doors count as the same within about ten metres, so that what is answered for a quote does for
/// the order after it.
final class LastMile {
    private static final Duration CITY_PATIENCE = Duration.ofSeconds(2);
    private static final Duration VERDICT_FRESH = Duration.ofMinutes(1);
    private static final Duration VERDICT_BETTER_THAN_NONE = Duration.ofMinutes(15);
    private static final Duration ESTIMATE_PATIENCE = Duration.ofMillis(500);
    private static final Duration ESTIMATE_FRESH = Duration.ofSeconds(15);

    /// After a silence the delivery service is left alone for so long: if it hangs, it must not
    /// cost each customer half a second.
    private static final Duration ESTIMATE_PAUSE = Duration.ofSeconds(2);

    /// What our own reckoning adds for nine of ten: a share of the whole, and at least so much.
    private static final double MARGIN = 0.4;

    private static final long LEAST_MARGIN_SECONDS = 300;
    private static final double DOORS_PER_DEGREE = 10_000;
    private static final int MOST_KEPT = 20_000;

    private final Peer city;
    private final Peer delivery;
    private final Clock clock;
    private final Cache<Trip, Asked<ZoneVerdict>> verdicts = kept(VERDICT_BETTER_THAN_NONE);
    private final Cache<Trip, Asked<Eta>> estimates = kept(ESTIMATE_FRESH);
    private volatile Instant estimatesFrom = Instant.MIN;

    LastMile(Peer city, Peer delivery, Clock clock) {
        this.city = city;
        this.delivery = delivery;
        this.clock = clock;
    }

    /// @param metres along streets
    record Way(long metres, Eta eta) {}

    private record Trip(Kitchen from, Point to) {}

    private record Asked<T>(T answer, Instant at) {
        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    private static <T> Cache<Trip, Asked<T>> kept(Duration age) {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(age).build();
    }

    /// @throws Refused 422 when this kitchen never delivers there, 409 when it doesn't now, 503
    ///   when nobody can say
    Way between(Menu menu, Address door) {
        var kitchen = new Kitchen(menu.restaurantId(), menu.address().lat(), menu.address().lon());
        var trip = new Trip(kitchen, door(door));
        var estimate = estimate(trip, menu.preparationMinutes());
        var verdict = verdict(trip);
        return switch (verdict.verdict()) {
            case DELIVERS -> {
                var seconds = requireNonNull(verdict.seconds());
                var eta = estimate.join().orElseGet(() -> ownEta(menu, seconds));
                yield new Way(requireNonNull(verdict.metres()), eta);
            }
            case TOO_FAR -> throw tooFar(menu, verdict);
            case RESTRICTED ->
                    throw notNow("zone_restricted", menu.name() + " delivers only nearby", verdict);
            case PAUSED -> throw notNow("zone_paused", menu.name() + " does not deliver", verdict);
            case UNREACHABLE ->
                    throw new Refused(
                            422,
                            "unreachable",
                            "No street leads from " + menu.name() + " to this address.");
            case OUTSIDE_CITY ->
                    throw new Refused(
                            422, "outside_city", "This address is outside of the city we serve.");
        };
    }

    /// A door, as exact as is told apart here.
    static Point door(Address address) {
        return new Point(rounded(address.lat()), rounded(address.lon()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DOORS_PER_DEGREE) / DOORS_PER_DEGREE;
    }

    private ZoneVerdict verdict(Trip trip) {
        var now = clock.instant();
        var kept = verdicts.getIfPresent(trip);
        if (kept != null && isGood(kept, VERDICT_FRESH, now)) return kept.answer;
        try {
            var wish = new ZoneCheck(trip.to, List.of(trip.from));
            var answer = RequestScope.within(CITY_PATIENCE, () -> city.post("/zones/check", wish));
            if (!answer.isOk()) throw Refused.unavailable("The city service");
            var verdict = answer.as(ZoneVerdicts.class).verdicts().getFirst();
            verdicts.put(trip, new Asked<>(verdict, now));
            return verdict;
        } catch (Refused silent) {
            if (kept != null && isGood(kept, VERDICT_BETTER_THAN_NONE, now)) return kept.answer;
            throw silent;
        }
    }

    /// A restriction that has ended meanwhile says nothing about now.
    private static boolean isGood(Asked<ZoneVerdict> kept, Duration age, Instant now) {
        var until = kept.answer.until();
        return kept.isYoungerThan(age, now) && (until == null || now.isBefore(until));
    }

    private CompletableFuture<Optional<Eta>> estimate(Trip trip, int preparationMinutes) {
        var now = clock.instant();
        var kept = estimates.getIfPresent(trip);
        if (kept != null && kept.isYoungerThan(ESTIMATE_FRESH, now))
            return CompletableFuture.completedFuture(Optional.of(kept.answer));
        if (now.isBefore(estimatesFrom)) return CompletableFuture.completedFuture(Optional.empty());
        var from = new Point(trip.from.lat(), trip.from.lon());
        var wish = new EstimateWish(trip.from.restaurantId(), from, trip.to, preparationMinutes);
        var scope = RequestScope.current();
        return CompletableFuture.supplyAsync(
                () ->
                        ScopedValue.where(RequestScope.CURRENT, scope)
                                .call(() -> ask(trip, wish, now)),
                Thread::startVirtualThread);
    }

    private Optional<Eta> ask(Trip trip, EstimateWish wish, Instant now) {
        try {
            var answer =
                    RequestScope.within(ESTIMATE_PATIENCE, () -> delivery.post("/estimates", wish));
            if (!answer.isOk()) return Optional.empty();
            var eta = answer.as(Eta.class);
            estimates.put(trip, new Asked<>(eta, now));
            return Optional.of(eta);
        } catch (Refused silent) {
            estimatesFrom = clock.instant().plus(ESTIMATE_PAUSE);
            return Optional.empty();
        }
    }

    private Eta ownEta(Menu menu, int rideSeconds) {
        var seconds = menu.preparationMinutes() * 60L + rideSeconds;
        var margin = Math.max(LEAST_MARGIN_SECONDS, Math.round(seconds * MARGIN));
        var from = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
        return new Eta(from, from.plusSeconds(margin));
    }

    /// The city need not say how far it is when it is farther than anybody delivers.
    private static Refused tooFar(Menu menu, ZoneVerdict verdict) {
        var seconds = verdict.seconds();
        var metres = verdict.metres();
        if (seconds == null || metres == null)
            return new Refused(422, "too_far", menu.name() + " does not deliver that far.");
        return new Refused(
                        422,
                        "too_far",
                        "This address is %d minutes' ride away; %s does not deliver that far."
                                .formatted(Math.ceilDiv(seconds, 60), menu.name()))
                .with("travel_seconds", seconds)
                .with("distance_metres", metres);
    }

    private static Refused notNow(String code, String what, ZoneVerdict verdict) {
        var until = verdict.until();
        var reason = verdict.reason();
        var refused =
                Refused.conflict(
                        code,
                        what
                                + (until == null ? " for now" : " until " + until)
                                + (reason == null ? "." : ": " + reason));
        if (until != null) refused = refused.with("until", until);
        return reason == null ? refused : refused.with("reason", reason);
    }
}
