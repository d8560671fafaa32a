package gofood.platform.db;

import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /// In Redis or Valkey. While that is away, nothing is found and nothing kept.
    final class Shared implements Cache {
        private static final Duration PATIENCE = Duration.ofMillis(200);
        private static final Duration CONNECT_AT_MOST_EVERY = Duration.ofSeconds(1);
        private static final System.Logger LOG = System.getLogger(Cache.class.getName());
        private final RedisClient client;
        private final String prefix;
        private final Duration keep;
        private @Nullable StatefulRedisConnection<String, byte[]> connection;
        private long nextTry = System.nanoTime();

        Shared(String url, String service, Duration keep) {
            this.prefix = "gofood:" + service + ":";
            this.keep = keep;
            var address = RedisURI.create(url);
            address.setTimeout(PATIENCE);
            client = RedisClient.create(address);
            client.setOptions(
                    ClientOptions.builder()
                            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                            // while Redis is away: fail at once instead of queueing
                            .disconnectedBehavior(
                                    ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                            .build());
        }

        private interface Command<T> {
            T send(RedisCommands<String, byte[]> redis);
        }

        private <T> Optional<T> tell(Command<T> command) {
            try {
                return connection().map(to -> command.send(to.sync()));
            } catch (RedisException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the cache does not answer: " + e.getMessage());
                return Optional.empty();
            }
        }

        /// Connects when it is first needed, so that a service starts without its cache.
        private synchronized Optional<StatefulRedisConnection<String, byte[]>> connection() {
            if (connection == null && System.nanoTime() - nextTry >= 0) {
                nextTry = System.nanoTime() + CONNECT_AT_MOST_EVERY.toNanos();
                connection =
                        client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
            }
            return Optional.ofNullable(connection);
        }

        @Override
        public Optional<byte[]> get(String key) {
            return tell(redis -> Optional.ofNullable(redis.get(prefix + key)))
                    .flatMap(found -> found);
        }

        @Override
        public void put(String key, byte[] value) {
            tell(redis -> redis.set(prefix + key, value, SetArgs.Builder.px(keep.toMillis())));
        }

        @Override
        public void remove(String key) {
            tell(redis -> redis.del(prefix + key));
        }

        @Override
        public synchronized void close() {
            if (connection != null) connection.close();
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}
