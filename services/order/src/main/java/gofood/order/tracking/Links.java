package gofood.order.tracking;

import gofood.contracts.OrderApi.TrackingLink;
import gofood.order.life.Order;
import gofood.order.seal.Seal;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.time.Instant;

/// The links by which others watch an order. A link says which order and until when at most; an
/// order that ends sooner ends it sooner. Made again it is the same, until the customer takes all
/// of them back: a link also says how often that had happened.
final class Links {
    static final String PURPOSE = "link to an order";

    private final Seal seal;
    private final TrackingConfig config;

    Links(Seal seal, TrackingConfig config) {
        this.seal = seal;
        this.config = config;
    }

    /// What a token says.
    ///
    /// @param ended how often links to the order had been taken back
    record Pass(long order, Instant until, int ended) {}

    /// @throws Refused 409 when it would be over already
    TrackingLink of(Order order, Instant now) {
        var end = end(order);
        if (!now.isBefore(end))
            throw Refused.conflict("too_late", "This order has ended; nobody can watch it now.");
        var token = seal.sign(Json.write(new Pass(order.id(), latest(order), order.linksEnded())));
        return new TrackingLink(token, end);
    }

    /// What a token opens.
    ///
    /// @throws Refused 404 `link_gone` for what wasn't signed here, and for what is over
    Pass read(String token, Instant now) {
        return seal.read(token)
                .map(payload -> Json.read(payload, Pass.class))
                .filter(pass -> now.isBefore(pass.until))
                .orElseThrow(Links::gone);
    }

    /// Whether a link to this order works no more.
    boolean isOver(Pass pass, Order order, Instant now) {
        return pass.ended != order.linksEnded() || !now.isBefore(end(order));
    }

    /// When the links to this order end, as it is now.
    private Instant end(Order order) {
        var latest = latest(order);
        if (!(order.state() instanceof Order.State.Ended)) return latest;
        var afterEnd = order.since().plus(config.afterEnd());
        return afterEnd.isBefore(latest) ? afterEnd : latest;
    }

    private Instant latest(Order order) {
        var bought = order.purchase();
        var slot = bought.slot();
        return slot == null
                ? bought.placedAt().plus(config.longest())
                : slot.to().plus(config.afterSlot());
    }

    /// The same whether it is over or never was one.
    static Refused gone() {
        return new Refused(
                404,
                "link_gone",
                "This link does not work any more. Ask whoever sent it to you for a new one.");
    }
}
