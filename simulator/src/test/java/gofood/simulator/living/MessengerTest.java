package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.simulator.Api;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// One courier alone in a toy town.
class MessengerTest {
    private static final int UNLUCKY = 6;

    @Test
    void who_breaks_down_gives_the_ride_back_repairs_and_goes_on() throws Exception {
        try (var town = new ToyTown();
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var operator = new Api(town.address()).signIn("op@gofood.test", "secret-secret");
            var pace = Pace.startingNow(100, Clock.systemUTC());
            var scene =
                    new Scene(
                            7,
                            pace,
                            new Wheel(pace, new Weather(7), 0, 1),
                            operator,
                            new People(operator, "secret-secret", 7),
                            operator.get("/restaurants").as(RestaurantList.class).restaurants(),
                            new Errands(),
                            new Tally(),
                            Duration.ZERO,
                            crowd);
            var orders = List.of(town.strangerOrders(), town.strangerOrders());
            for (var order : orders)
                for (var status :
                        List.of(
                                TicketStatus.RECEIVED,
                                TicketStatus.PREPARING,
                                TicketStatus.COMPLETE)) town.move(order, status);
            var courier = Messenger.arrive(scene, UNLUCKY);
            scene.go(courier::work);
            for (int i = 0; i < 300 && !allDelivered(orders); i++) TimeUnit.MILLISECONDS.sleep(100);
            crowd.shutdownNow();
            assertThat(allDelivered(orders)).isTrue();
            assertThat(orders.stream().flatMap(order -> order.troubles.stream()))
                    .extracting(NewRoadProblem::kind, NewRoadProblem::giveBack)
                    .contains(tuple(RoadTrouble.BROKEN_DOWN, true));
            assertThat(scene.tally().failuresSoFar()).isZero();
        }
    }

    private static boolean allDelivered(List<ToyTown.ToyOrder> orders) {
        return orders.stream().allMatch(order -> order.status == OrderStatus.DELIVERED);
    }
}
