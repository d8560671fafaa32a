package gofood.order;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;

/// Puts the order service together.
public final class OrderService implements Service {
    @Override
    public String name() {
        return "order";
    }

    @Override
    public Running start(Env env) {
        var config = OrderConfig.from(env);
        var base = Foundation.of(env, name());
        var orders = new Orders();
        var deadlines = new OrderDeadlines(config, base.timers());
        var life = new Life(base, orders, deadlines);
        var menus = new Menus(base.peer("restaurant"), base.cache());
        var lastMile = new LastMile(base.peer("city"), base.peer("delivery"), base.clock());
        var checkout = new Checkout(base, config, menus, lastMile, orders, deadlines);
        var events = new OrderEvents(base, orders, life, deadlines);

        Life.subscribe(base.outbox());
        base.inbox()
                .on(PaymentEvent.class, events::payment)
                .on(RestaurantEvent.class, events::restaurant)
                .on(DeliveryEvent.class, events::delivery);
        base.timers().on(OrderDeadlines.TIMER, events::waited);
        return base.serve(new OrderRoutes(base, config, orders, checkout, life).table());
    }
}
