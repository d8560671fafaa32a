package gofood.restaurant.kitchen;

import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;
import static gofood.contracts.UserApi.Role.STAFF;

import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketCallback;
import gofood.contracts.RestaurantApi.TicketList;
import gofood.contracts.RestaurantApi.TicketMoved;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Live;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.http.Signals;
import gofood.platform.wire.Refused;
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

    public Routes table() {
        return new Routes()
                .get("/restaurants/{restaurant_id}/tickets", KITCHEN, this::list).stream(
                                "/restaurants/{restaurant_id}/tickets/stream", KITCHEN, this::board)
                        .post("/callback/restaurants/orders", KITCHEN, this::moved);
    }

    private Reply list(Call call) {
        var restaurantId = ofOwn(call);
        var wanted = call.query("status").map(TicketRoutes::statuses).orElse(List.of());
        var after = call.cursor(-1);
        var limit = call.limit(USUAL_PAGE);
        var page =
                Page.of(
                        limit,
                        most -> db.tx(tx -> tickets.page(tx, restaurantId, wanted, after, most)),
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
