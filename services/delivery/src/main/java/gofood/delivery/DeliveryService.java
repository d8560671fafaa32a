package gofood.delivery;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.platform.Foundation;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
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
        var rides = new Rides();
        var couriers = new Couriers();
        var offers = new Offers();
        var moves = new Moves(base, rides, offers, config);
        var dispatch = new Dispatch(base, rides, couriers, offers, moves, config);
        var answers = new Answers(base, rides, couriers, offers, moves);
        var door = new Door(base.db(), rides, moves, config);
        base.inbox().on(OrderEvent.class, new KitchenNews(base, rides, moves)::apply);
        tell(base.outbox());
        ring(base.timers(), dispatch, new RideDeadlines(base, rides, moves, config));
        return base.serve(
                new DeliveryRoutes(base, rides, moves, dispatch, door)
                        .table()
                        .addAll(new CourierRoutes(base, couriers, answers, moves, config).table())
                        .addAll(new OfferRoutes(base, couriers, offers, answers, config).table()));
    }

    private static void tell(Outbox outbox) {
        outbox.to(
                        "order",
                        DeliveryEvent.Assigned.class,
                        DeliveryEvent.PickedUp.class,
                        DeliveryEvent.Delivered.class,
                        DeliveryEvent.Unassigned.class,
                        DeliveryEvent.Failed.class)
                .to("restaurant", DeliveryEvent.Assigned.class, DeliveryEvent.Unassigned.class)
                .to(
                        "notification",
                        DeliveryEvent.Offered.class,
                        DeliveryEvent.Assigned.class,
                        DeliveryEvent.AtDoor.class,
                        DeliveryEvent.Unassigned.class,
                        DeliveryEvent.NoCourier.class,
                        DeliveryEvent.Failed.class);
    }

    private static void ring(Timers timers, Dispatch dispatch, RideDeadlines deadlines) {
        timers.on(Moves.LOOK, id -> dispatch.look(Long.parseLong(id)))
                .on(Moves.FREE_COURIER, _ -> dispatch.lookForAll())
                .on(Dispatch.OFFER, id -> dispatch.expire(Long.parseLong(id)))
                .on(Moves.NO_COURIER, id -> deadlines.noCourier(Long.parseLong(id)))
                .on(Moves.GIVE_UP, id -> deadlines.giveUp(Long.parseLong(id)))
                .on(Moves.MOVE_ON, id -> deadlines.moveOn(Long.parseLong(id)));
    }
}
