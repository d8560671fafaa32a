package gofood.gateway.monitor;

import gofood.contracts.NotificationApi.AlertNews;
import gofood.contracts.NotificationApi.AlertPhase;
import gofood.platform.http.Peer;

/// The operators' inbox, which the notification service keeps. It tells them once, however often it
/// is told.
final class OperatorInbox implements Outlet.Listener {
    private static final System.Logger LOG = System.getLogger(OperatorInbox.class.getName());

    private final Peer notification;

    OperatorInbox(Peer notification) {
        this.notification = notification;
    }

    @Override
    public void tell(Alarms.Change change) {
        var alert = change.alert();
        var answer =
                notification.post(
                        "/alerts",
                        new AlertNews(
                                alert.alertId(),
                                alert.clearedAt() == null ? AlertPhase.RAISED : AlertPhase.CLEARED,
                                alert.rule(),
                                alert.severity(),
                                alert.service(),
                                alert.text(),
                                change.french()));
        if (answer.isOk()) return;
        // asked again, it would say the same
        if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 429)
            LOG.log(System.Logger.Level.ERROR, "the inbox refuses alerts: " + answer.status());
        else throw new IllegalStateException("status " + answer.status());
    }
}
