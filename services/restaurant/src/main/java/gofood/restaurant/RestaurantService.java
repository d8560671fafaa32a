package gofood.restaurant;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;

/// Puts the restaurant service together.
public final class RestaurantService implements Service {
    @Override
    public String name() {
        return "restaurant";
    }

    @Override
    public Running start(Env env) {
        var config = RestaurantConfig.from(env);
        var base = Foundation.of(env, name());
        var db = base.db();
        var clock = base.clock();
        base.outbox()
                .to(
                        "order",
                        RestaurantEvent.Received.class,
                        RestaurantEvent.Preparing.class,
                        RestaurantEvent.Complete.class,
                        RestaurantEvent.Rejected.class);
        var restaurants = new Restaurants();
        var dishes = new Dishes();
        var tickets = new Tickets();
        var menus = new ServedMenus(db, base.cache(), clock, restaurants, dishes, config);
        var surroundings = new Surroundings(db, clock, restaurants, base.peer("city"));
        var changes = new MenuChanges(restaurants, dishes, menus, surroundings, config);
        var browse = new Browse(db, clock, restaurants, surroundings, config);
        var kitchen = new Kitchen(db, clock, base.outbox(), base.signals(), tickets, config);
        base.inbox().on(OrderEvent.class, kitchen::heard).on(DeliveryEvent.class, kitchen::heard);
        return base.serve(
                new RestaurantRoutes(db, clock, browse, menus, changes, restaurants, dishes)
                        .table()
                        .addAll(
                                new TicketRoutes(db, base.signals(), kitchen, tickets, restaurants)
                                        .table()));
    }
}
