package gofood.delivery.dispatch;

import static gofood.contracts.UserApi.Role.COURIER;
import static gofood.contracts.UserApi.Role.OPERATOR;

import gofood.contracts.DeliveryApi.DecisionList;
import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.NoOffer;
import gofood.contracts.DeliveryApi.OfferList;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.contracts.DeliveryApi.Shift;
import gofood.delivery.courier.CourierNews;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.live.Pulse;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Asked;
import gofood.delivery.ride.Offers.Standing;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.Ride.Viewer;
import gofood.delivery.ride.Rides;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Live;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a courier is asked and what they say; and for operators, why they were asked.
public final class DispatchRoutes {
    /// Shorter than an offer is open, should its news be lost.
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(5);

    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final Offers offers;
    private final Answers answers;
    private final WhyIdle why;
    private final Reassign reassign;
    private final Troubles troubles;
    private final Decisions decisions;
    private final Whereabouts whereabouts;
    private final CourierNews courierNews;
    private final Pulse pulse;

    public DispatchRoutes(
            Foundation base,
            Rides rides,
            Couriers couriers,
            Offers offers,
            Answers answers,
            WhyIdle why,
            Reassign reassign,
            Troubles troubles,
            Decisions decisions,
            Whereabouts whereabouts,
            CourierNews courierNews,
            Pulse pulse) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.offers = offers;
        this.answers = answers;
        this.why = why;
        this.reassign = reassign;
        this.troubles = troubles;
        this.decisions = decisions;
        this.whereabouts = whereabouts;
        this.courierNews = courierNews;
        this.pulse = pulse;
    }

    public Routes table() {
        var riders = Access.only(COURIER);
        var operators = Access.only(OPERATOR);
        return new Routes()
                .get("/offers", riders, this::list).stream("/offers/stream", riders, this::stream)
                        .post("/offers/{offer_id}/accept", riders, this::accept)
                        .post("/offers/{offer_id}/decline", riders, this::decline)
                        .create("/deliveries/{delivery_id}/problem", riders, this::problem)
                        .post("/deliveries/{delivery_id}/reassign", operators, this::reassign)
                        .get("/deliveries/{delivery_id}/decisions", operators, this::decisions);
    }

    /// An offer on the stream that is no longer open, or a ride that an operator gave them.
    ///
    /// @param standing how it ended, in lower case
    record Gone(long offerId, long deliveryId, String standing) {}

    private Reply list(Call call) {
        var courier = call.person().id();
        var now = base.clock().instant();
        whereabouts.heard(courier);
        return Reply.ok(
                base.db()
                        .tx(tx -> {
                            var open =
                                    offers.openOf(tx, courier, now).stream()
                                            .map(Asked::view)
                                            .toList();
                            return new OfferList(
                                    open, open.isEmpty() ? whyNone(tx, courier) : null);
                        }));
    }

    /// Who isn't registered yet isn't on shift either.
    private NoOffer whyNone(Tx tx, long courier) {
        return couriers.find(tx, courier).map(it -> why.of(tx, it)).orElse(NoOffer.OFFLINE);
    }

    /// First the open offers; then each new one, and each that is gone; and the end of a shift that
    /// the courier didn't end.
    private Live stream(Call call) {
        var courier = call.person().id();
        whereabouts.heard(courier);
        return new Live(
                base.signals(),
                List.of(CourierNews.askedKeyOf(courier)),
                Live.lastSeen(call),
                new Watch(courier)::newer);
    }

    /// One open stream. It asks the database only after news, or when it hasn't for a while.
    private final class Watch {
        private final long courier;
        private long counted = -1;
        private Instant lookAt = Instant.EPOCH;

        Watch(long courier) {
            this.courier = courier;
        }

        List<Live.Event> newer(long seen) {
            pulse.wanted();
            var now = base.clock().instant();
            var count = courierNews.askedCount(courier);
            if (count == counted && now.isBefore(lookAt)) return List.of();
            var events = news(courier, seen);
            counted = count;
            // there may be more than were read
            lookAt = events.size() < Offers.MOST_NEWS ? now.plus(LOOK_ANYWAY) : now;
            return events;
        }
    }

    private List<Live.Event> news(long courier, long seen) {
        var now = base.clock().instant();
        return base.db()
                .read(tx -> {
                    var news =
                            seen == 0
                                    ? offers.currentOf(tx, courier, now)
                                    : offers.newsOf(tx, courier, seen);
                    var events = new ArrayList<>(news.stream().map(this::event).toList());
                    couriers.takenOff(tx, courier)
                            .filter(change -> change > seen)
                            .map(change -> new Live.Event(change, "shift", new Shift(false), false))
                            .ifPresent(events::add);
                    events.sort(Comparator.comparingLong(Live.Event::id));
                    return events;
                });
    }

    private Live.Event event(Asked offer) {
        if (offer.standing() == Standing.OPEN)
            return new Live.Event(offer.change(), "offer", offer.view(), false);
        var standing = offer.standing().name().toLowerCase(Locale.ROOT);
        var how = new Gone(offer.offerId(), offer.deliveryId(), standing);
        var name = offer.given() ? "ride_given" : "offer_gone";
        return new Live.Event(offer.change(), name, how, false);
    }

    private Reply accept(Call call) {
        whereabouts.heard(call.person().id());
        return view(answers.accept(call.id("offer_id"), call.person().id()), Viewer.COURIER);
    }

    private Reply decline(Call call) {
        whereabouts.heard(call.person().id());
        answers.decline(call.id("offer_id"), call.person().id());
        return Reply.none();
    }

    private Creation problem(Call call) {
        var told = call.body(NewRoadProblem.class);
        var id = call.id("delivery_id");
        var courier = call.person().id();
        whereabouts.heard(courier);
        return tx ->
                Reply.ok(
                        troubles.report(tx, id, courier, told)
                                .view(Viewer.COURIER, whereabouts.find(courier)));
    }

    private Reply reassign(Call call) {
        var wish = call.body(Reassignment.class);
        return view(
                reassign.ride(call.id("delivery_id"), wish, call.person().name()), Viewer.OPERATOR);
    }

    private Reply decisions(Call call) {
        var id = call.id("delivery_id");
        return Reply.ok(
                new DecisionList(
                        base.db()
                                .tx(tx -> {
                                    if (rides.find(tx, id).isEmpty())
                                        throw Refused.notFound("delivery");
                                    return decisions.of(tx, id);
                                })));
    }

    private Reply view(Ride ride, Viewer viewer) {
        return Reply.ok(ride.view(viewer, whereabouts.ofCourier(ride.state().courierId())));
    }
}
