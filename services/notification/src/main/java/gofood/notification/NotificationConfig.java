package gofood.notification;

import gofood.platform.run.Env;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// @param zone the city's time zone (`TIME_ZONE`)
/// @param keep how long messages are kept (`NOTIFICATION_KEEP_DAYS`)
/// @param mailTries after so many failures an e-mail is given up (`NOTIFICATION_MAIL_TRIES`)
/// @param mailPause the wait after an e-mail's first failure, tripled each time up to an hour
///   (`NOTIFICATION_MAIL_PAUSE_SECONDS`)
/// @param smtp where e-mail goes; without `SMTP_HOST` none is sent
record NotificationConfig(
        ZoneId zone, Duration keep, int mailTries, Duration mailPause, Optional<Server> smtp) {

    /// @param port 465 means TLS from the start; on any other port it is used when offered
    /// @param user empty for a server that wants no sign-in
    record Server(String host, int port, String user, String password, String from) {}

    static NotificationConfig from(Env env) {
        return new NotificationConfig(
                zone(env.text("TIME_ZONE", "Europe/Monaco")),
                Duration.ofDays(env.number("NOTIFICATION_KEEP_DAYS", 90)),
                env.number("NOTIFICATION_MAIL_TRIES", 10),
                env.seconds("NOTIFICATION_MAIL_PAUSE_SECONDS", 5),
                env.find("SMTP_HOST").map(host -> server(env, host)));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "The setting TIME_ZONE must be a zone such as Europe/Monaco, not " + name + ".",
                    e);
        }
    }

    private static Server server(Env env, String host) {
        return new Server(
                host,
                env.number("SMTP_PORT", 587),
                env.text("SMTP_USER", ""),
                env.text("SMTP_PASSWORD", ""),
                env.text("SMTP_FROM"));
    }
}
