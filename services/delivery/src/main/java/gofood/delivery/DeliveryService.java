package gofood.delivery;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.delivery.courier.CourierNews;
import gofood.delivery.courier.CourierRoutes;
import gofood.delivery.courier.CourierStars;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.RoundNews;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.dispatch.Answers;
import gofood.delivery.dispatch.Decisions;
import gofood.delivery.dispatch.DispatchRoutes;
import gofood.delivery.dispatch.Duties;
import gofood.delivery.dispatch.Offering;
import gofood.delivery.dispatch.Reassign;
import gofood.delivery.dispatch.Rounds;
import gofood.delivery.dispatch.SilentCouriers;
import gofood.delivery.dispatch.Troubles;
import gofood.delivery.dispatch.Unanswered;
import gofood.delivery.dispatch.WhyIdle;
import gofood.delivery.eta.EtaRoutes;
import gofood.delivery.eta.Lessons;
import gofood.delivery.live.Census;
import gofood.delivery.live.CityWatch;
import gofood.delivery.live.Pulse;
import gofood.delivery.ride.DeliveryRoutes;
import gofood.delivery.ride.Door;
import gofood.delivery.ride.KitchenNews;
import gofood.delivery.ride.LateSteps;
import gofood.delivery.ride.Moves;
import gofood.delivery.ride.OfferMeters;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Photos;
import gofood.delivery.ride.RideDeadlines;
import gofood.delivery.ride.RideLists;
import gofood.delivery.ride.Rides;
import gofood.delivery.ride.RoadLessons;
import gofood.delivery.streets.Streets;
import gofood.platform.Foundation;
import gofood.platform.events.Outbox;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;

/// The delivery service, put together.
public final class DeliveryService implements Service {
    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public Running start(Env env) {
        var config = DeliveryConfig.from(env);
        var base = Foundation.of(env, name());
        tell(base.outbox());

        var couriers = new Couriers();
        var whereabouts = base.with(new Whereabouts(base, config.flush()).start());
        var lessons = new Lessons(base);
        var rides = new Rides();
        var lists = new RideLists();
        var offers = new Offers(new OfferMeters(base.meters()));
        var photos = new Photos();
        var news = new CourierNews(base.signals());
        var road = new RoadLessons(lessons, lists);
        var roundNews = new RoundNews(base.signals());
        var moves =
                new Moves(
                        base, rides, couriers, whereabouts, news, roundNews, offers, road, config);
        var door = new Door(base, rides, moves, photos, config);
        var late = new LateSteps(base, rides, moves, door);
        var stars = new CourierStars();
        var kitchen = new KitchenNews(base, rides, couriers, moves, road, stars, roundNews);
        base.inbox().together(OrderEvent.class, kitchen::apply);
        new RideDeadlines(base, rides, moves, config).ring();

        var streets = new Streets(base.peer("city"));
        var etas = new EtaRoutes(base, lessons, streets, config.search().fresh());
        etas.ring();
        var decisions = new Decisions();
        var silence =
                new SilentCouriers(
                        base, rides, lists, couriers, whereabouts, news, moves, config.search());
        silence.ring();
        var unanswered =
                new Unanswered(
                        base, rides, couriers, silence, offers, moves, config.search().missed());
        unanswered.ring();
        var offering =
                new Offering(base, rides, couriers, offers, unanswered, decisions, moves, config);
        var answers = new Answers(base, rides, couriers, offers, unanswered, moves);
        var why = new WhyIdle(base, whereabouts, config.search());
        var troubles =
                new Troubles(base, rides, offers, decisions, moves, config.troublesPerHour());
        var reassign =
                new Reassign(
                        base,
                        rides,
                        couriers,
                        whereabouts,
                        offers,
                        decisions,
                        moves,
                        streets,
                        config);
        new Cleaning(base, whereabouts, photos, decisions, lessons, config.keeping()).ring();
        var rounds =
                base.with(
                        new Rounds(
                                        base,
                                        rides,
                                        lists,
                                        offers,
                                        whereabouts,
                                        lessons,
                                        streets,
                                        offering,
                                        etas::load,
                                        roundNews,
                                        config)
                                .start());
        var census = new Census(base);
        base.figure("dispatch_round_age_seconds", rounds::age)
                .figure("rides_waiting", census::waiting)
                .figure("rides_under_way", census::underWay)
                .figure("couriers_online", census::online);
        var pulse = new Pulse(base, news);
        var city = new CityWatch(base, lists, couriers, whereabouts, pulse);
        var duties = new Duties(base, lists, couriers, offers, why, whereabouts, news, pulse);
        base.with(pulse.start());
        base.personal(new PersonalRides(couriers, whereabouts, news));
        return base.serve(
                new DeliveryRoutes(
                                base,
                                rides,
                                lists,
                                moves,
                                door,
                                late,
                                photos,
                                whereabouts,
                                config.currency())
                        .table()
                        .addAll(
                                new DispatchRoutes(
                                                base,
                                                rides,
                                                couriers,
                                                offers,
                                                answers,
                                                why,
                                                reassign,
                                                troubles,
                                                decisions,
                                                whereabouts,
                                                news,
                                                pulse)
                                        .table())
                        .addAll(
                                new CourierRoutes(
                                                base,
                                                couriers,
                                                whereabouts,
                                                news,
                                                roundNews,
                                                answers::declineAll)
                                        .table())
                        .addAll(duties.table())
                        .addAll(city.table())
                        .addAll(etas.table()));
    }

    private static void tell(Outbox outbox) {
        outbox.to("payment", DeliveryEvent.Earned.class)
                .to(
                        "order",
                        DeliveryEvent.Assigned.class,
                        DeliveryEvent.PickedUp.class,
                        DeliveryEvent.Delivered.class,
                        DeliveryEvent.Unassigned.class,
                        DeliveryEvent.EtaChanged.class,
                        DeliveryEvent.Failed.class)
                .to("restaurant", DeliveryEvent.Assigned.class, DeliveryEvent.Unassigned.class)
                .to(
                        "notification",
                        DeliveryEvent.Offered.class,
                        DeliveryEvent.Assigned.class,
                        DeliveryEvent.AtDoor.class,
                        DeliveryEvent.Unassigned.class,
                        DeliveryEvent.TroubleReported.class,
                        DeliveryEvent.NoCourier.class,
                        DeliveryEvent.CourierSilent.class,
                        DeliveryEvent.Failed.class);
    }
}
