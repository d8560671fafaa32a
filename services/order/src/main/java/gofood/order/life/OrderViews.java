package gofood.order.life;

import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.OrderApi.Substitution;
import gofood.contracts.OrderApi.TimelineEntry;
import gofood.order.life.Order.State;
import gofood.order.life.Orders.Known;
import gofood.order.life.Orders.Whole;
import gofood.order.substitution.Proposals;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Batching;
import gofood.platform.http.Call;
import gofood.platform.http.Person;
import gofood.platform.wire.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who sees an order, and what of it. There is one look for all who look at the same moment, as
/// everybody does who follows an order live.
public final class OrderViews {
    private static final int TURNS = 2;

    private final Orders orders;
    private final Proposals proposals;
    private final Batching<Known, Optional<Seen>> looks;

    public OrderViews(Db db, Orders orders, Proposals proposals) {
        this.orders = orders;
        this.proposals = proposals;
        this.looks = Batching.inHalves(TURNS, known -> db.read(tx -> newer(tx, known)));
    }

    /// All that there is to see of an order.
    public record Seen(Order order, List<OrderRows.Step> steps, List<Substitution> proposals) {
        /// @param trusted with what is for operators alone
        public List<TimelineEntry> timeline(boolean trusted) {
            return steps.stream().map(step -> step.view(trusted)).toList();
        }
    }

    /// The order in the path as it is now, if this person has a part in it.
    public Seen seen(Call call) {
        var seen = newer(call.id("order_id"), 0).orElseThrow(() -> Refused.notFound("order"));
        requirePart(call, seen.order);
        return seen;
    }

    /// An order as it is now, unless this version of it is the newest.
    public Optional<Seen> newer(long id, long version) {
        return looks.await(new Known(id, version));
    }

    private List<Optional<Seen>> newer(Tx tx, List<Known> known) {
        var newer = orders.newer(tx, known);
        var asked =
                newer.stream()
                        .flatMap(Optional::stream)
                        .filter(Whole::hasProposals)
                        .map(whole -> whole.order().id())
                        .toList();
        var proposed = proposals.of(tx, asked);
        return newer.stream().map(found -> found.map(whole -> seen(whole, proposed))).toList();
    }

    private static Seen seen(Whole whole, Map<Long, List<Substitution>> proposed) {
        var order = whole.order();
        return new Seen(order, whole.steps(), proposed.getOrDefault(order.id(), List.of()));
    }

    /// The order in the path, if this person has a part in it.
    public Order visible(Tx tx, Call call) {
        var order = find(tx, call);
        requirePart(call, order);
        return order;
    }

    private static void requirePart(Call call, Order order) {
        if (!call.person().worksAt(order.purchase().restaurantId()))
            call.onlyFor(order.purchase().customerId(), "order");
    }

    /// The order in the path, if this person is its customer or may act for them.
    ///
    /// @throws Refused 404 for strangers, 403 for the restaurant's staff
    public Order own(Tx tx, Call call) {
        var order = visible(tx, call);
        var person = call.person();
        if (person.isTrusted() || person.id() == order.purchase().customerId()) return order;
        throw new Refused(403, "not_allowed", "Only the customer may do this.");
    }

    /// The order in the path, if this very person ordered it: for what nobody does for them.
    ///
    /// @throws Refused 404 for everybody else
    public Order mine(Tx tx, Call call) {
        var order = find(tx, call);
        if (call.person().id() == order.purchase().customerId()) return order;
        throw Refused.notFound("order");
    }

    private Order find(Tx tx, Call call) {
        return orders.find(tx, call.id("order_id")).orElseThrow(() -> Refused.notFound("order"));
    }

    /// An order as this transaction leaves it.
    public OrderView view(Tx tx, long id, Person person) {
        tx.flush();
        return view(newer(tx, List.of(new Known(id, 0))).getFirst().orElseThrow(), person);
    }

    public OrderView view(Seen seen, Person person) {
        var order = seen.order;
        var bought = order.purchase();
        return new OrderView(
                order.id(),
                order.state().status(),
                bought.customerId(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.items(),
                bought.price(),
                bought.payBy(),
                order.refunded(),
                bought.dropoff(),
                bought.note(),
                bought.ifUnavailable(),
                person.id() == bought.customerId() ? bought.deliveryPin() : null,
                order.courierName(),
                bought.placedAt(),
                bought.slot(),
                order.readyAt(),
                bought.promisedAt(),
                order.state() instanceof State.Ended ? null : order.eta(),
                seen.proposals,
                isKitchen(bought, person) ? ofTheFood(order.rating()) : order.rating(),
                seen.timeline(person.isTrusted()));
    }

    private static boolean isKitchen(Purchase bought, Person person) {
        return !person.isTrusted() && person.id() != bought.customerId();
    }

    /// What a kitchen hears of a rating: how it was brought is between customer and courier.
    public static @Nullable Rating ofTheFood(@Nullable Rating said) {
        return said == null ? null : new Rating(said.food(), null, said.comment(), said.at());
    }
}
