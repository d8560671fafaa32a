package gofood.restaurant.kitchen;

import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;
import static gofood.contracts.UserApi.Role.STAFF;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketCallback;
import gofood.contracts.RestaurantApi.TicketDelay;
import gofood.contracts.RestaurantApi.TicketList;
import gofood.contracts.RestaurantApi.TicketMoved;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Importance;
import gofood.platform.http.Live;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.http.Signals;
import gofood.platform.wire.Refused;
import gofood.restaurant.kitchen.Tickets.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// The kitchen's tickets.
public final class TicketRoutes {
    private static final int USUAL_PAGE = 50;
    private static final Access KITCHEN = Access.only(STAFF, OPERATOR, SERVICE);

    private final Db db;
    private final Signals signals;
    private final Kitchen kitchen;
    private final Tickets tickets;
    private final LongConsumer known;

    /// @param known throws when there is no such restaurant
    public TicketRoutes(
            Db db, Signals signals, Kitchen kitchen, Tickets tickets, LongConsumer known) {
        this.db = db;
        this.signals = signals;
        this.kitchen = kitchen;
        this.tickets = tickets;
        this.known = known;
    }

    /// Which tickets a list begins with.
    private enum First {
        @JsonProperty("oldest")
        OLDEST,
        @JsonProperty("newest")
        NEWEST
    }

    public Routes table() {
        return new Routes()
                .get("/restaurants/{restaurant_id}/tickets", KITCHEN, this::list).stream(
                                "/restaurants/{restaurant_id}/tickets/stream", KITCHEN, this::board)
                        .create(
                                "/restaurants/{restaurant_id}/tickets/{order_id}/delay",
                                KITCHEN,
                                this::delayed)
                        .post("/callback/restaurants/orders", KITCHEN, this::moved)
                        .as(Importance.VITAL);
    }

    private Reply list(Call call) {
        var restaurantId = ofOwn(call);
        var listing =
                new Listing(
                        restaurantId,
                        call.query("status").map(TicketRoutes::statuses).orElse(List.of()),
                        call.queryMoment("since").orElse(null),
                        call.queryWord("order", First.class).orElse(First.OLDEST) == First.NEWEST);
        var after = call.cursor(Tickets.FIRST);
        var limit = call.limit(USUAL_PAGE);
        var page =
                Page.of(
                        limit,
                        most -> db.tx(tx -> tickets.page(tx, listing, after, most)),
                        Ticket::orderId);
        return Reply.ok(new TicketList(page.entries(), page.nextCursor()));
    }

    private Live board(Call call) {
        var restaurantId = ofOwn(call);
        return new Live(
                signals,
                List.of(new Kitchen.Board(restaurantId)),
                Live.lastSeen(call),
                new LiveBoard(db, tickets, restaurantId));
    }

    /// Each request adds; the key of [Creation] makes one that is sent twice add once.
    private Creation delayed(Call call) {
        var restaurantId = call.id("restaurant_id");
        var orderId = call.id("order_id");
        call.onlyForStaffOf(restaurantId);
        var minutes = call.body(TicketDelay.class).minutes();
        var by = call.person().name();
        return tx -> Reply.ok(kitchen.delayed(tx, restaurantId, orderId, minutes, by));
    }

    /// The seed's callback.
    private Reply moved(Call call) {
        var asked = call.body(TicketCallback.class);
        call.onlyForStaffOf(asked.restaurantId());
        kitchen.moved(asked, call.person().name());
        return Reply.ok(new TicketMoved(asked.restaurantId(), asked.orderId(), asked.status()));
    }

    private long ofOwn(Call call) {
        var restaurantId = call.id("restaurant_id");
        call.onlyForStaffOf(restaurantId);
        known.accept(restaurantId);
        return restaurantId;
    }

    /// `New,Received`
    private static List<TicketStatus> statuses(String words) {
        return Arrays.stream(words.split(",")).map(TicketRoutes::status).toList();
    }

    private static TicketStatus status(String word) {
        return Arrays.stream(TicketStatus.values())
                .filter(status -> TicketLife.word(status).equals(word.strip()))
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid("status", "must be words such as New,Received")
                                .with("allowed", TicketStatus.values()));
    }
}
