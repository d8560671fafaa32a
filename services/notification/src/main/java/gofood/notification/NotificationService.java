package gofood.notification;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.time.Duration;

/// The notification service, put together.
public final class NotificationService implements Service {
    /// A mail that waits for so long is stuck.
    private static final Duration STUCK_MAIL = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public Running start(Env env) {
        var config = NotificationConfig.from(env);
        var base = Foundation.of(env, name());
        var orders = new KnownOrders();
        var notifications = new Notifications();
        var mails = new Mails();
        var sent = new Sent(base.meters());
        var postman =
                new Postman(
                        base.db(),
                        mails,
                        base.timers(),
                        base.peer("user"),
                        config.smtp().map(Smtp::new),
                        config,
                        base.clock(),
                        sent);
        var teller = new Teller(notifications, postman, base.signals(), base.clock(), sent);
        var toldAlerts = new ToldAlerts();
        var alerts = new Alerts(base.db(), toldAlerts, notifications, teller, base.clock());
        var events =
                new NotificationEvents(
                        new OrderMessages(new CityTime(config.zone())),
                        orders,
                        teller,
                        base.clock());
        base.inbox()
                .together(OrderEvent.class, events::order)
                .together(PaymentEvent.class, events::payment)
                .together(DeliveryEvent.class, events::delivery);
        var retention =
                new Retention(
                        base.db(),
                        base.timers(),
                        notifications,
                        orders,
                        toldAlerts,
                        config.keep(),
                        base.clock());
        retention.start();
        base.figure(
                "stuck_mails",
                () -> {
                    var before = base.clock().instant().minus(STUCK_MAIL);
                    return base.db().tx(tx -> mails.waitingSince(tx, before));
                });
        base.personal(new PersonalInbox(notifications));
        return base.serve(
                new NotificationRoutes(base.db(), notifications, base.signals())
                        .table()
                        .addAll(alerts.table()));
    }
}
