package gofood.platform.db;

import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;

/// Keeps what is read often: menus, restaurant details. Local to the process, or shared by all
/// replicas when `REDIS_URL` names a Redis or Valkey. A cache may forget at any time and is never
/// the only place of anything; one that is down only makes reads slower.
public interface Cache extends Running {
    Optional<byte[]> get(String key);

    void put(String key, byte[] value);

    void remove(String key);

    /// @param service separates the keys of services that share one Redis
    /// @param keep how long an entry may live
    static Cache open(Env env, String service, Duration keep) {
        return env.find("REDIS_URL")
                .<Cache>map(url -> new Shared(url, service, keep))
                .orElseGet(() -> new Local(keep));
    }

    /// At most 64 MB of values.
    final class Local implements Cache {
        private static final long MOST_BYTES = 64L << 20;
        private final com.github.benmanes.caffeine.cache.Cache<String, byte[]> entries;

        Local(Duration keep) {
            entries =
                    Caffeine.newBuilder()
                            .expireAfterWrite(keep)
                            .maximumWeight(MOST_BYTES)
                            .weigher((String _, byte[] value) -> value.length + 64)
                            .build();
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(entries.getIfPresent(key));
        }

        @Override
        public void put(String key, byte[] value) {
            entries.put(key, value);
        }

        @Override
        public void remove(String key) {
            entries.invalidate(key);
        }

        @Override
        public void close() {
            entries.invalidateAll();
        }
    }

    /// In Redis or Valkey.
    final class Shared implements Cache {
        private static final Duration PATIENCE = Duration.ofMillis(200);
        private static final System.Logger LOG = System.getLogger(Cache.class.getName());
        private final RedisClient client;
        private final io.lettuce.core.api.StatefulRedisConnection<String, byte[]> connection;
        private final String prefix;
        private final Duration keep;

        Shared(String url, String service, Duration keep) {
            this.prefix = "gofood:" + service + ":";
            this.keep = keep;
            client = RedisClient.create(url);
            client.setOptions(
                    io.lettuce.core.ClientOptions.builder()
                            // while Redis is away: fail at once instead of queueing
                            .disconnectedBehavior(
                                    io.lettuce.core.ClientOptions.DisconnectedBehavior
                                            .REJECT_COMMANDS)
                            .build());
            connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
            connection.setTimeout(PATIENCE);
        }

        @Override
        public Optional<byte[]> get(String key) {
            try {
                return Optional.ofNullable(connection.sync().get(prefix + key));
            } catch (RedisException e) {
                LOG.log(System.Logger.Level.WARNING, "cache read failed: " + e.getMessage());
                return Optional.empty();
            }
        }

        @Override
        public void put(String key, byte[] value) {
            try {
                connection.sync().set(prefix + key, value, SetArgs.Builder.px(keep.toMillis()));
            } catch (RedisException e) {
                LOG.log(System.Logger.Level.WARNING, "cache write failed: " + e.getMessage());
            }
        }

        @Override
        public void remove(String key) {
            try {
                connection.sync().del(prefix + key);
            } catch (RedisException e) {
                LOG.log(System.Logger.Level.WARNING, "cache removal failed: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            connection.close();
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}
