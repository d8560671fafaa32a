package gofood.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/// The two caches keep the same promises; the shared one against a real Redis.
class CacheTest {
    private static final byte[] MENU = "menu".getBytes(StandardCharsets.UTF_8);

    private static void keepsForgetsAndExpires(Cache cache, Duration keep)
            throws InterruptedException {
        assertThat(cache.get("a")).isEmpty();
        cache.put("a", MENU);
        assertThat(cache.get("a")).contains(MENU);
        cache.remove("a");
        assertThat(cache.get("a")).isEmpty();
        cache.put("b", MENU);
        Thread.sleep(keep.toMillis() + 100);
        assertThat(cache.get("b")).isEmpty();
    }

    @Test
    void the_local_cache_keeps_for_its_time() throws Exception {
        var keep = Duration.ofMillis(300);
        try (var cache = Cache.open(new Env(Map.of()), "order", keep)) {
            keepsForgetsAndExpires(cache, keep);
        }
    }

    @Test
    void the_shared_cache_is_seen_by_all_replicas_and_separates_services() throws Exception {
        var port = TestBed.freePort();
        var redis = RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1").build();
        redis.start();
        var env = new Env(Map.of("REDIS_URL", "redis://127.0.0.1:" + port));
        var keep = Duration.ofMillis(500);
        try (var one = Cache.open(env, "order", keep);
                var two = Cache.open(env, "order", keep);
                var other = Cache.open(env, "restaurant", keep)) {
            keepsForgetsAndExpires(one, keep);
            one.put("c", MENU);
            assertThat(two.get("c")).contains(MENU);
            assertThat(other.get("c")).isEmpty();
            stop(redis);
            assertThat(one.get("c")).as("a Redis that is away is an empty cache").isEmpty();
            one.put("c", MENU);
            one.remove("c");
        } finally {
            stop(redis);
        }
    }

    @Test
    void a_redis_that_comes_later_is_used_then() throws Exception {
        var port = TestBed.freePort();
        var redis = RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1").build();
        var env = new Env(Map.of("REDIS_URL", "redis://127.0.0.1:" + port));
        try (var cache = Cache.open(env, "order", Duration.ofMinutes(1))) {
            cache.put("a", MENU);
            assertThat(cache.get("a")).isEmpty();
            redis.start();
            Thread.sleep(1_100);
            cache.put("a", MENU);
            assertThat(cache.get("a")).contains(MENU);
        } finally {
            stop(redis);
        }
    }

    private static void stop(RedisServer redis) throws IOException {
        if (redis.isActive()) redis.stop();
    }
}
