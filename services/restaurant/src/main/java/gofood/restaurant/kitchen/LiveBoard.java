package gofood.restaurant.kitchen;

import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketList;
import gofood.platform.db.Db;
import gofood.platform.http.Live;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/// One kitchen's screen: first a `board` with every ticket on it, then a `ticket` for each that
/// comes, changes or goes.
///
/// It compares the board with what this screen has been shown, rather than to follow a sequence of
/// changes: those commit in another order than they are numbered, and one that commits late would
/// never be shown. A screen that comes back gets the whole board again, which makes up for whatever
/// it has missed.
final class LiveBoard implements LongFunction<List<Live.Event>> {
    private static final int MOST_TICKETS = 500;

    private final Db db;
    private final Tickets tickets;
    private final long restaurantId;
    private final Map<Long, Ticket> shown = new HashMap<>();
    private boolean isFirst = true;

    LiveBoard(Db db, Tickets tickets, long restaurantId) {
        this.db = db;
        this.tickets = tickets;
        this.restaurantId = restaurantId;
    }

    @Override
    public List<Live.Event> apply(long seen) {
        var known = List.copyOf(shown.keySet());
        var board = db.tx(tx -> tickets.board(tx, restaurantId, known, MOST_TICKETS));
        var news = board.stream().filter(it -> !it.equals(shown.get(it.orderId()))).toList();
        news.forEach(this::remember);
        if (!isFirst) return deltas(seen, news);
        isFirst = false;
        return List.of(new Live.Event(seen + 1, "board", new TicketList(news, null), false));
    }

    private static List<Live.Event> deltas(long seen, List<Ticket> news) {
        return IntStream.range(0, news.size())
                .mapToObj(i -> new Live.Event(seen + 1 + i, "ticket", news.get(i), false))
                .toList();
    }

    /// What has left the board comes as something new if it ever comes back.
    private void remember(Ticket ticket) {
        if (TicketLife.isOnBoard(ticket.status())) shown.put(ticket.orderId(), ticket);
        else shown.remove(ticket.orderId());
    }
}
