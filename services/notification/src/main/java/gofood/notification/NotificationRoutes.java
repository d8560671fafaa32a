package gofood.notification;

import gofood.contracts.NotificationApi.NotificationList;
import gofood.contracts.NotificationApi.Unread;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Live;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.http.Signals;
import gofood.platform.wire.Refused;
import java.util.List;

/// What a person can do with their inbox.
final class NotificationRoutes {
    private static final Access PEOPLE =
            Access.only(Role.CUSTOMER, Role.GUEST, Role.STAFF, Role.COURIER, Role.OPERATOR);
    private static final int SNAPSHOT = 20;
    private static final int BURST = 500;

    private final Db db;
    private final Notifications notifications;
    private final Signals signals;

    NotificationRoutes(Db db, Notifications notifications, Signals signals) {
        this.db = db;
        this.notifications = notifications;
        this.signals = signals;
    }

    Routes table() {
        return new Routes()
                .get("/notifications", PEOPLE, this::list).stream(
                                "/notifications/stream", PEOPLE, this::stream)
                        .post("/notifications/read", PEOPLE, this::readAll)
                        .post("/notifications/{notification_id}/read", PEOPLE, this::read);
    }

    private Reply list(Call call) {
        var who = Recipient.of(call.person());
        var limit = call.limit(SNAPSHOT);
        var before = call.cursor(Long.MAX_VALUE);
        var unreadOnly = call.queryFlag("unread").orElse(false);
        var language = Language.of(call);
        var list =
                db.tx(tx -> {
                    var page =
                            Page.of(
                                    limit,
                                    most -> notifications.page(tx, who, before, unreadOnly, most),
                                    StoredMessage::id);
                    var read = page.entries().stream().map(it -> it.view(language)).toList();
                    return new NotificationList(
                            read, notifications.unread(tx, who), page.nextCursor());
                });
        return Reply.ok(list)
                .with("Content-Language", language.tag())
                .with("Vary", "Accept-Language");
    }

    private Live stream(Call call) {
        var who = Recipient.of(call.person());
        var language = Language.of(call);
        var seen = Live.lastSeen(call);
        return new Live(
                signals,
                List.copyOf(who.audiences()),
                seen > 0 ? seen : beforeTheLast(who),
                id -> db.tx(tx -> after(tx, who, id, language)));
    }

    private long beforeTheLast(Recipient who) {
        var last = db.tx(tx -> notifications.page(tx, who, Long.MAX_VALUE, false, SNAPSHOT));
        return last.isEmpty() ? 0 : last.getLast().id() - 1;
    }

    private List<Live.Event> after(Tx tx, Recipient who, long id, Language language) {
        return notifications.after(tx, who, id, BURST).stream()
                .map(it -> new Live.Event(it.id(), "notification", it.view(language), false))
                .toList();
    }

    private Reply readAll(Call call) {
        var who = Recipient.of(call.person());
        return Reply.ok(
                db.tx(tx -> {
                    notifications.markAllRead(tx, who);
                    return new Unread(notifications.unread(tx, who));
                }));
    }

    private Reply read(Call call) {
        var who = Recipient.of(call.person());
        var id = call.id("notification_id");
        return Reply.ok(
                db.tx(tx -> {
                    if (!notifications.markRead(tx, who, id))
                        throw Refused.notFound("notification");
                    return new Unread(notifications.unread(tx, who));
                }));
    }
}
