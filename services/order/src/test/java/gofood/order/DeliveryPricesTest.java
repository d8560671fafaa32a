package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.DeliveryApi.EstimateList;
import gofood.contracts.DeliveryApi.EstimateWishes;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.platform.testing.Neighbour;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient.Answer;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three open kitchens and a closed one: 7 and 8 deliver, 9 is too far, 10 delivers and is closed.
class DeliveryPricesTest {
    private static final Instant SOON = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Eta FIRST = new Eta(SOON.plusSeconds(1500), SOON.plusSeconds(2000));
    private static final Eta SECOND = new Eta(SOON.plusSeconds(1800), SOON.plusSeconds(2400));
    private static final String DOOR = "/delivery-prices?lat=43.739&lon=7.425&restaurants=";
    private TestBed bed;

    @BeforeEach
    void start() {
        bed = new TestBed(new OrderService(), "ORDER_FEE_BUSY", "00:00-00:00");
        var restaurant = bed.neighbour("restaurant");
        restaurant.answer("GET", "/restaurants/7", 200, TestMenus.open());
        restaurant.answer(
                "GET",
                "/restaurants?limit=100",
                200,
                new RestaurantList(
                        List.of(card(TestMenus.open(7)), card(TestMenus.open(8))), "Nw=="));
        restaurant.answer(
                "GET",
                "/restaurants?limit=100&cursor=Nw%3D%3D",
                200,
                new RestaurantList(
                        List.of(card(TestMenus.open(9)), card(TestMenus.closed(10))), null));
        bed.neighbour("city")
                .answer(
                        "POST",
                        "/zones/check",
                        200,
                        new ZoneVerdicts(
                                List.of(
                                        delivers(8, 2500),
                                        delivers(7, 1000),
                                        new ZoneVerdict(9, Verdict.TOO_FAR, 2000, 9000, null, null),
                                        delivers(10, 500))));
        bed.neighbour("delivery")
                .answer("POST", "/estimates/batch", 200, new EstimateList(List.of(FIRST, SECOND)));
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    private static ZoneVerdict delivers(long restaurant, int metres) {
        return new ZoneVerdict(restaurant, Verdict.DELIVERS, 240, metres, null, null);
    }

    private static Card card(Menu menu) {
        return new Card(
                menu.restaurantId(),
                menu.name(),
                null,
                menu.cuisine(),
                menu.address(),
                menu.openNow(),
                menu.opensAt(),
                menu.preparationMinutes(),
                menu.minimumOrder(),
                menu.currency(),
                null,
                null,
                null,
                menu.timeZone(),
                null);
    }

    private Answer prices(String restaurants) {
        return bed.anyone().get(DOOR + restaurants);
    }

    private static List<Neighbour.Request> asked(Neighbour neighbour) {
        return neighbour.requests().stream().filter(it -> !it.path().equals("/events")).toList();
    }

    @Test
    void a_whole_list_is_priced_with_one_question_to_each_neighbour() {
        var answer = prices("8,7,9,10,99");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var prices = answer.body().path("prices");
        assertThat(prices)
                .extracting(it -> it.path("restaurant_id").asInt())
                .containsExactly(8, 7, 9, 10, 99);
        assertThat(prices)
                .extracting(it -> it.path("delivers").asBoolean())
                .containsExactly(true, true, false, true, false);
        assertThat(prices)
                .extracting(it -> it.path("delivery_fee").asText())
                .as("1.99, 0.60 for each kilometre and 0.50 since it is busy")
                .containsExactly("3.99", "3.09", "null", "2.79", "null");
        assertThat(prices).extracting(it -> it.path("currency").asText()).containsOnly("EUR");
        assertThat(prices.get(0).path("eta")).isEqualTo(json(FIRST));
        assertThat(prices.get(1).path("eta")).isEqualTo(json(SECOND));
        assertThat(prices.get(3).path("eta").isNull()).as("it is closed").isTrue();
        var city = asked(bed.neighbour("city"));
        assertThat(city).hasSize(1);
        var check = Json.read(bytes(city.getFirst().body()), ZoneCheck.class);
        assertThat(check.restaurants())
                .extracting(it -> it.restaurantId())
                .containsExactly(8L, 7L, 9L, 10L);
        var delivery = asked(bed.neighbour("delivery"));
        assertThat(delivery).hasSize(1);
        var wishes = Json.read(bytes(delivery.getFirst().body()), EstimateWishes.class);
        assertThat(wishes.wishes()).extracting(it -> it.restaurantId()).containsExactly(8L, 7L);
        assertThat(asked(bed.neighbour("restaurant"))).as("two pages").hasSize(2);
    }

    private static JsonNode json(Object value) {
        return Json.tree(Json.write(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void asked_again_nobody_is_bothered_and_a_quote_is_told_the_same() {
        prices("8,7,9,10");
        bed.neighbour("city").answer("POST", "/zones/check", 503, "{}");
        bed.neighbour("delivery").answer("POST", "/estimates/batch", 503, "{}");
        bed.neighbour("restaurant").answer("GET", "/restaurants?limit=100", 503, "{}");
        var again = bed.anyone().get("/delivery-prices?lat=43.73902&lon=7.42498&restaurants=7,8");
        assertThat(again.status()).as(again.body().toString()).isEqualTo(200);
        var seven = again.body().at("/prices/0");
        var order = OrderStory.order();
        var quote = bed.anyone().post("/quotes", order).body();
        assertThat(quote.at("/price/delivery_fee")).isEqualTo(seven.path("delivery_fee"));
        assertThat(quote.path("eta")).isEqualTo(seven.path("eta"));
    }

    @Test
    void while_delivery_is_silent_we_reckon_ourselves() {
        bed.neighbour("delivery").answer("POST", "/estimates/batch", 404, "{}");
        var eta = prices("8,7,9,10").body().at("/prices/0/eta");
        var earliest = Instant.parse(eta.path("from").asText());
        assertThat(earliest).isBetween(SOON.plusSeconds(1440), Instant.now().plusSeconds(1440));
        assertThat(eta.path("to").asText()).isNotEmpty();
    }

    @Test
    void without_the_city_or_the_restaurants_nobody_can_say() {
        bed.neighbour("city").answer("POST", "/zones/check", 503, "{}");
        assertThat(prices("7").status()).isEqualTo(503);
        bed.neighbour("restaurant").answer("GET", "/restaurants?limit=100", 503, "{}");
        try (var fresh = new TestBed(new OrderService())) {
            assertThat(fresh.anyone().get(DOOR + "7").status()).isEqualTo(503);
        }
    }

    @Test
    void it_takes_one_to_fifty_restaurants_and_a_door() {
        var fifty = LongStream.rangeClosed(101, 150).mapToObj(Long::toString);
        var ids = fifty.collect(Collectors.joining(","));
        assertThat(prices(ids).body().path("prices")).hasSize(50);
        for (var bad :
                List.of("", ",", "7,", "x", "-7", "7,,8", "7%208", ids + ",151", "9".repeat(19)))
            assertThat(prices(bad).status()).as(bad).isEqualTo(422);
        for (var door :
                List.of("lat=91&lon=7", "lat=43&lon=181", "lat=43", "lon=7", "lat=NaN&lon=7"))
            assertThat(bed.anyone().get("/delivery-prices?restaurants=7&" + door).status())
                    .as(door)
                    .isEqualTo(422);
    }
}
