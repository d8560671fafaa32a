package gofood.delivery;

import gofood.contracts.DeliveryApi.OfferList;
import gofood.contracts.UserApi.Role;
import gofood.delivery.Offers.Asked;
import gofood.delivery.Offers.Standing;
import gofood.platform.Foundation;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Live;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.http.Signals;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/// What a courier is asked, and what they say.
final class OfferRoutes {
    private final Db db;
    private final Clock clock;
    private final Signals signals;
    private final Couriers couriers;
    private final Offers offers;
    private final Answers answers;
    private final String currency;

    OfferRoutes(
            Foundation base,
            Couriers couriers,
            Offers offers,
            Answers answers,
            DeliveryConfig config) {
        this.db = base.db();
        this.clock = base.clock();
        this.signals = base.signals();
        this.couriers = couriers;
        this.offers = offers;
        this.answers = answers;
        this.currency = config.currency();
    }

    Routes table() {
        var riders = Access.only(Role.COURIER);
        return new Routes()
                .get("/offers", riders, this::list).stream("/offers/stream", riders, this::stream)
                        .post("/offers/{offer_id}/accept", riders, this::accept)
                        .post("/offers/{offer_id}/decline", riders, this::decline);
    }

    /// An offer on the stream that is no longer open.
    ///
    /// @param standing how it ended, in lower case
    record Gone(long offerId, long deliveryId, String standing) {}

    private Reply list(Call call) {
        var courier = call.person().id();
        var now = clock.instant();
        var open =
                db.tx(tx -> {
                    couriers.heard(tx, courier, now);
                    return offers.openOf(tx, courier, now);
                });
        return Reply.ok(new OfferList(open.stream().map(it -> it.view(currency)).toList()));
    }

    /// First the open offers; then each new one, and each that is gone.
    private Live stream(Call call) {
        var courier = call.person().id();
        return new Live(
                signals,
                List.of(Moves.signalOf(courier)),
                Live.lastSeen(call),
                seen -> news(courier, seen));
    }

    private List<Live.Event> news(long courier, long seen) {
        var now = clock.instant();
        var news =
                db.tx(tx -> {
                    couriers.heard(tx, courier, now);
                    return seen == 0
                            ? offers.openOf(tx, courier, now)
                            : offers.newsOf(tx, courier, seen);
                });
        return news.stream().map(this::event).toList();
    }

    private Live.Event event(Asked offer) {
        if (offer.standing() == Standing.OPEN)
            return new Live.Event(offer.change(), "offer", offer.view(currency), false);
        var standing = offer.standing().name().toLowerCase(Locale.ROOT);
        var gone = new Gone(offer.offerId(), offer.deliveryId(), standing);
        return new Live.Event(offer.change(), "offer_gone", gone, false);
    }

    private Reply accept(Call call) {
        var ride = answers.accept(call.id("offer_id"), call.person().id());
        return Reply.ok(ride.view(false));
    }

    private Reply decline(Call call) {
        answers.decline(call.id("offer_id"), call.person().id());
        return Reply.none();
    }
}
