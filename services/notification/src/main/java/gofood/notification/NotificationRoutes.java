package gofood.notification;

import gofood.contracts.NotificationApi.Notification;
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
        return Reply.ok(
                db.tx(tx -> {
                    var page =
                            Page.of(
                                    limit,
                                    most -> notifications.page(tx, who, before, unreadOnly, most),
                                    Notification::notificationId);
                    return new NotificationList(
                            page.entries(), notifications.unread(tx, who), page.nextCursor());
                }));
    }

    private Live stream(Call call) {
        var who = Recipient.of(call.person());
        var seen = Live.lastSeen(call);
        return new Live(
                signals,
                List.copyOf(who.audiences()),
                seen > 0 ? seen : beforeTheLast(who),
                id -> db.tx(tx -> after(tx, who, id)));
    }

    private long beforeTheLast(Recipient who) {
        var last = db.tx(tx -> notifications.page(tx, who, Long.MAX_VALUE, false, SNAPSHOT));
        return last.isEmpty() ? 0 : last.getLast().notificationId() - 1;
    }

    private List<Live.Event> after(Tx tx, Recipient who, long id) {
        return notifications.after(tx, who, id, BURST).stream()
                .map(NotificationRoutes::event)
                .toList();
    }

    private static Live.Event event(Notification message) {
        return new Live.Event(message.notificationId(), "notification", message, false);
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
