package gofood.restaurant.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.UserApi.Erased;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.restaurant.RestaurantService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What kitchens know of customer 5 and courier 31, and what is left once they are erased.
class PersonalTicketsTest extends WithKitchens {
    private static Db db;

    /// In place of the common one: with a look into the database.
    @BeforeAll
    static void start() {
        var database = TestBed.emptyDatabase("restaurant");
        var settings =
                database.values().entrySet().stream()
                        .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new);
        bed = new TestBed(new RestaurantService(), settings);
        orders = bed.asService("order");
        db = Db.open(database, "restaurant", new SimpleMeterRegistry());
    }

    @AfterAll
    static void look() {
        db.close();
    }

    private static long tablesWith(String word) {
        return db.tx(tx ->
                tx.one(
                        """
                        SELECT count(*) FROM pg_tables
                         WHERE schemaname = 'public'
                           AND query_to_xml('SELECT * FROM ' || quote_ident(tablename),
                                            true, false, '')::text LIKE ?
                        """,
                        row -> row.number("count"),
                        "%" + word + "%"));
    }

    private static Erased erase(long userId) {
        var answer = bed.asService("user").post("/personal-data/" + userId + "/erase", "{}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Erased.class);
    }

    @Test
    void words_and_names_go_from_tickets_that_are_over() {
        var house = House.open();
        var done = house.paid();
        var cancelled = house.paid();
        var cooking = house.paid();
        for (var order : new long[] {done, cooking}) {
            house.say(order, "Received");
            tell("delivery.assigned", order, new DeliveryEvent.Assigned(order, 31, "Léa"));
        }
        house.say(done, "Complete");
        tell("order.picked_up", done, new OrderEvent.PickedUp(done, 5, house.id()));
        tell("order.rated", done, OrderNews.rated(done, house.id()));
        cancel(house, cancelled);
        var export = bed.asService("user").get("/personal-data/5").body();
        assertThat(export.toString()).contains("ring twice", "hot", "Hot");

        var first = erase(5);
        assertThat(first.erased()).containsEntry("tickets", 2).containsEntry("reviews", 1);
        assertThat(first.pending()).isEqualTo(1);
        assertThat(first.kept()).hasSize(1);
        assertThat(erase(31).pending()).isEqualTo(1);
        assertThat(erase(5).erased().values()).containsOnly(0);
        assertThat(house.ticket(done).note()).isNull();
        assertThat(house.ticket(done).items().getFirst().note()).isNull();
        assertThat(house.ticket(done).items().getFirst().name()).isEqualTo("Soupe");
        assertThat(house.ticket(done).courierName()).isEqualTo("Courier 31");
        assertThat(house.ticket(cancelled).reason()).isNull();
        assertThat(house.ticket(cooking).note()).isEqualTo("ring twice");
        assertThat(house.ticket(cooking).courierName()).isEqualTo("Léa");
        var reviews = house.staff().get("/restaurants/" + house.id() + "/reviews").body();
        assertThat(reviews.at("/reviews/0/food").asInt()).isEqualTo(4);
        assertThat(reviews.at("/reviews/0/comment").isNull()).isTrue();

        cancel(house, cooking);
        assertThat(erase(5).pending()).isZero();
        assertThat(erase(31).pending()).isZero();
        assertThat(house.ticket(cooking).note()).isNull();
        for (var word : List.of("ring twice", "hot", "Hot", "Changed my mind", "Léa"))
            assertThat(tablesWith(word)).as(word).isZero();
    }
}
