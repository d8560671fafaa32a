package gofood.order;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.order.life.CancelRoutes;
import gofood.order.life.Life;
import gofood.order.life.News;
import gofood.order.life.OrderDeadlines;
import gofood.order.life.OrderEvents;
import gofood.order.life.OrderMeters;
import gofood.order.life.OrderTraces;
import gofood.order.life.OrderViews;
import gofood.order.life.Orders;
import gofood.order.price.Pricing;
import gofood.order.problem.PictureRoutes;
import gofood.order.problem.ProblemConfig;
import gofood.order.problem.ProblemDesk;
import gofood.order.problem.ProblemRoutes;
import gofood.order.problem.StoredProblems;
import gofood.order.promotion.PromotionRoutes;
import gofood.order.promotion.Promotions;
import gofood.order.rating.RatingRoutes;
import gofood.order.slot.SlotConfig;
import gofood.order.slot.SlotRoutes;
import gofood.order.slot.Slots;
import gofood.order.substitution.Proposals;
import gofood.order.substitution.SubstitutionRoutes;
import gofood.order.substitution.Substitutions;
import gofood.order.tracking.TrackingConfig;
import gofood.order.tracking.TrackingRoutes;
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
        var slots = new Slots(SlotConfig.from(env), base.clock());
        var promotions = new Promotions();
        var proposals = new Proposals();
        var views = new OrderViews(base.db(), orders, proposals);
        var meters = new OrderMeters(base.meters());
        var traces = new OrderTraces();
        var life =
                new Life(
                        base,
                        orders,
                        deadlines,
                        slots,
                        promotions,
                        proposals,
                        config.cancelGrace(),
                        meters,
                        traces);
        var substitutions =
                new Substitutions(
                        base,
                        orders,
                        life,
                        proposals,
                        new Pricing(config.tariff()),
                        config.substitutionWait());
        var storedProblems = new StoredProblems();
        var problems = new ProblemDesk(base, ProblemConfig.from(env), orders, storedProblems);
        var menus = new Menus(base.peer("restaurant"));
        var verdicts = new DoorVerdicts(base.peer("city"), base.clock());
        var times = new ArrivalTimes(base.peer("delivery"), base.clock());
        var lastMile = new LastMile(verdicts, times);
        var kitchens = new Kitchens(base.peer("restaurant"), base.clock());
        var deliveryPrices = new DeliveryPrices(base.clock(), kitchens, verdicts, times, config);
        var quotes = new Quotes(base, config, menus, lastMile, slots, promotions);
        var checkout =
                new Checkout(base, quotes, slots, promotions, orders, deadlines, meters, traces);
        var events = new OrderEvents(base, orders, life, deadlines, substitutions, problems);

        News.subscribe(base.outbox());
        base.personal(new PersonalOrders());
        base.inbox()
                .together(PaymentEvent.class, events::payments)
                .together(RestaurantEvent.class, events::kitchens)
                .together(DeliveryEvent.class, events::rides);
        base.timers()
                .on(OrderDeadlines.TIMER, events::waited)
                .on(Substitutions.TIMER, substitutions::ring);
        base.figure(
                "stuck_orders",
                () -> base.db().tx(tx -> orders.overdue(tx, base.clock().instant())));
        var routes =
                new OrderRoutes(base, config, orders, checkout, life, views, substitutions)
                        .table()
                        .addAll(new OrderLists(base, deadlines).table())
                        .addAll(deliveryPrices.table())
                        .addAll(new CancelRoutes(base, orders, life, views, proposals).table())
                        .addAll(new RatingRoutes(base, orders, views, config.ratingFor()).table())
                        .addAll(
                                new TrackingRoutes(base, orders, views, TrackingConfig.from(env))
                                        .table())
                        .addAll(
                                new PromotionRoutes(base.db(), promotions, config.currency())
                                        .table())
                        .addAll(new SlotRoutes(base.db(), slots, menus::of).table())
                        .addAll(
                                new SubstitutionRoutes(
                                                base,
                                                views,
                                                substitutions,
                                                menus::of,
                                                config.tariff())
                                        .table())
                        .addAll(new ProblemRoutes(base, views, problems, storedProblems).table())
                        .addAll(new PictureRoutes(base, orders, views).table());
        return base.serve(routes);
    }
}
