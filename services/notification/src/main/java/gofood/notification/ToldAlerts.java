package gofood.notification;

import gofood.contracts.NotificationApi.AlertNews;
import gofood.platform.db.Tx;
import java.time.Instant;

/// Storage of the alerts that operators were told of: a monitor that isn't sure whether it was
/// heard says it again.
final class ToldAlerts {
    /// @return false when they know it already
    boolean add(Tx tx, AlertNews news, Instant now) {
        var added =
                tx.update(
                        """
                        INSERT INTO alert_told (alert_id, phase, told_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        news.alertId(),
                        news.phase(),
                        now);
        return added == 1;
    }

    void forget(Tx tx, Instant before) {
        tx.update("DELETE FROM alert_told WHERE told_at < ?", before);
    }
}
