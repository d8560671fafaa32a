package gofood.notification;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;

/// The notification service, put together.
public final class NotificationService implements Service {
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
        var postman =
                new Postman(
                        base.db(),
                        new Mails(),
                        base.timers(),
                        base.peer("user"),
                        config.smtp().map(Smtp::new),
                        config,
                        base.clock());
        var events =
                new NotificationEvents(
                        new OrderMessages(new CityTime(config.zone())),
                        orders,
                        notifications,
                        postman,
                        base.signals(),
                        base.clock());
        base.inbox()
                .on(OrderEvent.class, events::order)
                .on(PaymentEvent.class, events::payment)
                .on(DeliveryEvent.class, events::delivery);
        var retention =
                new Retention(
                        base.db(),
                        base.timers(),
                        notifications,
                        orders,
                        config.keep(),
                        base.clock());
        retention.start();
        return base.serve(new NotificationRoutes(base.db(), notifications, base.signals()).table());
    }
}
