package gofood.restaurant;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.platform.Foundation;
import gofood.platform.events.Inbox.Applying;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.restaurant.browse.Browse;
import gofood.restaurant.browse.RestaurantSearch;
import gofood.restaurant.browse.Surroundings;
import gofood.restaurant.kitchen.Kitchen;
import gofood.restaurant.kitchen.TicketNews;
import gofood.restaurant.kitchen.TicketRoutes;
import gofood.restaurant.kitchen.Tickets;
import gofood.restaurant.menu.Dishes;
import gofood.restaurant.menu.MenuChanges;
import gofood.restaurant.menu.RestaurantRoutes;
import gofood.restaurant.menu.Restaurants;
import gofood.restaurant.menu.ServedMenus;
import gofood.restaurant.review.ReviewRoutes;
import gofood.restaurant.review.Reviews;
import gofood.restaurant.webhook.WebhookDesk;
import java.util.function.LongConsumer;

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
                        RestaurantEvent.Delayed.class,
                        RestaurantEvent.Complete.class,
                        RestaurantEvent.Rejected.class);
        var restaurants = new Restaurants();
        var dishes = new Dishes();
        var tickets = new Tickets();
        var menus = new ServedMenus(db, base.cache(), clock, restaurants, dishes, config);
        var search = new RestaurantSearch(config);
        var surroundings = new Surroundings(db, clock, search, base.peer("city"), config);
        var browse = new Browse(db, clock, search, surroundings, config);
        LongConsumer known = restaurantId -> db.run(tx -> restaurants.version(tx, restaurantId));
        var webhooks = new WebhookDesk(base, known);
        var told = webhooks.announcements();
        var changes =
                new MenuChanges(restaurants, dishes, menus, told, config, surroundings::forget);
        var kitchen = new Kitchen(db, clock, base.outbox(), base.signals(), tickets, told, config);
        var reviews = new Reviews(menus::forget);
        var news = new TicketNews(clock, tickets, kitchen);
        base.inbox()
                .<OrderEvent>together(
                        OrderEvent.class,
                        (tx, events) -> {
                            var board = news.order(tx, events);
                            return Applying.of(
                                    event -> {
                                        board.apply(event);
                                        reviews.heard(tx, event);
                                    },
                                    board::end);
                        })
                .together(DeliveryEvent.class, news::delivery);
        base.personal(new PersonalTickets());
        return base.serve(
                browse.table()
                        .addAll(
                                new RestaurantRoutes(db, clock, menus, changes, restaurants, dishes)
                                        .table())
                        .addAll(
                                new TicketRoutes(db, base.signals(), kitchen, tickets, known)
                                        .table())
                        .addAll(new ReviewRoutes(db, reviews, known).table())
                        .addAll(webhooks.table()));
    }
}
