package gofood.chaos;

import java.io.IOException;
import java.util.Optional;
import redis.embedded.RedisServer;

/// A cache for all replicas, where there is one for this system.
final class Redis {
    private Redis() {}

    static Optional<RedisServer> start(int port) {
        try {
            var redis = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
            redis.start();
            return Optional.of(redis);
        } catch (IOException | RuntimeException e) {
            System.out.println("no Redis here: " + e.getMessage());
            return Optional.empty();
        }
    }
}
