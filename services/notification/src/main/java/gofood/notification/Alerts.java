package gofood.notification;

import gofood.contracts.GatewayApi.Severity;
import gofood.contracts.NotificationApi.AlertNews;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import java.time.Clock;

/// Brings what a health monitor notices to the operators' inbox.
final class Alerts {
    private final Db db;
    private final ToldAlerts told;
    private final Notifications notifications;
    private final Teller teller;
    private final Clock clock;

    Alerts(Db db, ToldAlerts told, Notifications notifications, Teller teller, Clock clock) {
        this.db = db;
        this.told = told;
        this.notifications = notifications;
        this.teller = teller;
        this.clock = clock;
    }

    Routes table() {
        return new Routes().post("/alerts", Access.only(Role.SERVICE), this::tell);
    }

    private Reply tell(Call call) {
        var news = call.body(AlertNews.class);
        db.run(tx -> {
            notifications.inOrder(tx);
            if (told.add(tx, news, clock.instant()))
                teller.tell(tx, Teller.Letters.of(message(news)));
        });
        return Reply.none();
    }

    static Message message(AlertNews news) {
        var french = news.textFr();
        var what = new Text(news.text(), french == null ? news.text() : french);
        return switch (news.phase()) {
            case RAISED -> Message.toOperators("alert.raised", raised(news.severity(), what), null);
            case CLEARED ->
                    Message.toOperators(
                            "alert.cleared",
                            Text.of("Over now: %s", "C’est terminé : %s", what),
                            null);
        };
    }

    private static Text raised(Severity severity, Text what) {
        return switch (severity) {
            case WARNING -> what;
            case CRITICAL -> Text.of("Urgent: %s", "Urgent : %s", what);
        };
    }
}
