package gofood.notification;

import java.time.Duration;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/// The SMTP server that sends our e-mail.
final class Smtp {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int TLS_PORT = 465;

    private final Mailer mailer;
    private final String from;

    Smtp(NotificationConfig.Server server) {
        from = server.from();
        var builder =
                MailerBuilder.withSMTPServerHost(server.host())
                        .withSMTPServerPort(server.port())
                        .withTransportStrategy(
                                server.port() == TLS_PORT
                                        ? TransportStrategy.SMTPS
                                        : TransportStrategy.SMTP)
                        .withSessionTimeout((int) PATIENCE.toMillis());
        if (!server.user().isEmpty())
            builder =
                    builder.withSMTPServerUsername(server.user())
                            .withSMTPServerPassword(server.password());
        mailer = builder.buildMailer();
    }

    /// Sends it, or throws. A mail that is sent twice after a crash has the same id both times, so
    /// that a mail box can show it once.
    void send(String to, String subject, String text, long notificationId) {
        var domain = from.substring(from.indexOf('@') + 1).replaceAll("[^\\w.-]", "");
        var email =
                EmailBuilder.startingBlank()
                        .from("goFOOD", from)
                        .to(to)
                        .withSubject(subject)
                        .withPlainText(text)
                        .withHeader("Auto-Submitted", "auto-generated")
                        .fixingMessageId("<notification-" + notificationId + "@" + domain + ">")
                        .buildEmail();
        mailer.sendMail(email, false).join();
    }
}
