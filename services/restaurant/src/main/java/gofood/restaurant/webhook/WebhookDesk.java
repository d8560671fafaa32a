package gofood.restaurant.webhook;

import gofood.platform.Foundation;
import gofood.platform.http.Routes;
import io.helidon.common.tls.Tls;
import java.net.InetAddress;
import java.util.function.LongConsumer;

/// Puts the webhooks together.
public final class WebhookDesk {
    private final Announcements announcements;
    private final Routes routes;

    /// @param known throws when there is no such restaurant
    public WebhookDesk(Foundation base, LongConsumer known) {
        var config = WebhookConfig.from(base.env());
        var db = base.db();
        var clock = base.clock();
        var webhooks = new Webhooks();
        var messages = new WebhookMessages();
        var names =
                new CheckedNames(
                        InetAddress::getAllByName,
                        config.anywhere() ? _ -> true : PublicAddresses::contains);
        var receiver = new Receiver(names, Tls.builder().build(), config.patience(), clock);
        var verdict = new Verdict(webhooks, messages, config);
        var rounds = base.with(new WebhookRounds(db, clock, messages, verdict, receiver, config));
        announcements = new Announcements(clock, messages, rounds::wake);
        routes =
                new WebhookRoutes(db, clock, webhooks, messages, config, known)
                        .table()
                        .addAll(
                                new MessageRoutes(
                                                db,
                                                clock,
                                                webhooks,
                                                messages,
                                                announcements,
                                                rounds::wake)
                                        .table());
    }

    public Announcements announcements() {
        return announcements;
    }

    public Routes table() {
        return routes;
    }
}
