package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/// The menus' cache in a real Redis.
class SharedCacheTest {
    private static final String HOUSE =
            """
            {"name": "Chez Rédis", "cuisine": "french",
             "address": {"lat": 43.73, "lon": 7.42, "text": "5 Rue Grimaldi"},
             "sections": [{"name": "Plats", "items": [{"name": "Soupe", "price": 9}]}]}\
            """;

    @Test
    void a_menu_is_served_from_redis_and_a_change_removes_it_and_without_redis_all_goes_on()
            throws Exception {
        var port = TestBed.freePort();
        var redis =
                RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .build();
        redis.start();
        var url = "redis://127.0.0.1:" + port;
        try (var bed = new TestBed(new RestaurantService(), "REDIS_URL", url);
                var client = RedisClient.create(url)) {
            var connection =
                    client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
            var operator = bed.as(Role.OPERATOR, 1);
            var id = operator.post("/restaurants", HOUSE).as(Menu.class).restaurantId();
            var at = "/restaurants/" + id;
            var key = "gofood:restaurant:menu:" + id;

            assertThat(price(bed.anyone(), at)).isEqualTo(9);
            var kept = connection.sync().get(key);
            assertThat(new String(kept, StandardCharsets.UTF_8)).contains("Soupe");
            // what Redis says is what is served
            connection.sync().set(key, replaced(kept, "9.00", "8.00"));
            assertThat(price(bed.anyone(), at)).isEqualTo(8);

            assertThat(operator.put(at, "{\"name\": \"Soupe\", \"price\": 7}").status())
                    .isEqualTo(200);
            assertThat(price(bed.anyone(), at)).isEqualTo(7);

            // another replica's old menu, put back late, is found out
            connection.sync().set(key, replaced(kept, "9.00", "6.00"));
            Thread.sleep(600);
            assertThat(price(bed.anyone(), at)).isEqualTo(7);

            connection.close();
            redis.stop();
            assertThat(price(bed.anyone(), at)).isEqualTo(7);
            assertThat(operator.put(at, "{\"name\": \"Soupe\", \"price\": 5}").status())
                    .isEqualTo(200);
            assertThat(price(bed.anyone(), at)).isEqualTo(5);
        } finally {
            redis.stop();
        }
    }

    private static byte[] replaced(byte[] bytes, String what, String with) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace(what, with);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static double price(TestClient client, String at) {
        var answer = client.get(at);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().at("/sections/0/items/0/price").asDouble();
    }
}
