package gofood.gateway;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import gofood.gateway.door.Visitor;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Public menus and the list of restaurants, kept for as long as the restaurant service allows and
/// never longer than our own limit. Who asks for one that is just being fetched waits for that.
final class MenuCache {
    private static final Pattern MENU = Pattern.compile("/restaurants(/(\\d{1,18}))?");
    private static final Pattern CHANGED = Pattern.compile("/restaurants(?:/(\\d{1,18})(?:/.*)?)?");
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");
    private static final Pattern SHARED_MAX_AGE = Pattern.compile("s-maxage=(\\d{1,9})");
    private static final Set<String> HARMLESS_VARY =
            Set.of("authorization", "accept-encoding", "origin");

    private final Duration longest;
    private final AsyncCache<String, Optional<Kept>> kept;

    /// @param headers ready to be sent
    /// @param tag of this version, or empty
    /// @param packed the body for who takes it so; empty where packing doesn't pay
    /// @param storedAt nanoseconds
    record Kept(
            List<Header> headers,
            String tag,
            byte[] body,
            byte[] packed,
            Duration life,
            long storedAt) {
        static Kept of(Answer answer, Duration life) {
            var body = answer.start();
            var packs = body.length >= Packing.LEAST_BYTES && Packing.covers(200, answer.headers());
            var headers = new ArrayList<Header>();
            for (var header : PassedOn.chosen(answer.headers()))
                headers.add(
                        HeaderValues.createCached(
                                header.headerName(), String.join(", ", header.allValues())));
            if (packs && !Packing.isVaryingTold(answer.headers())) headers.add(Packing.VARIES);
            return new Kept(
                    List.copyOf(headers),
                    answer.headers().first(HeaderNames.ETAG).orElse(""),
                    body,
                    // once for all its readers
                    packs ? Packing.pack(body) : new byte[0],
                    life,
                    System.nanoTime());
        }

        boolean isPackable() {
            return packed.length > 0;
        }

        long ageSeconds() {
            return Duration.ofNanos(System.nanoTime() - storedAt).toSeconds();
        }

        int size() {
            return body.length + packed.length;
        }

        /// Whether the client has this already.
        boolean matches(Iterable<String> ifNoneMatch) {
            if (tag.isEmpty()) return false;
            for (var value : ifNoneMatch)
                for (var one : value.split(",", -1))
                    if (one.strip().equals("*") || weak(one).equals(weak(tag))) return true;
            return false;
        }

        private static String weak(String tag) {
            var stripped = tag.strip();
            return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
        }
    }

    MenuCache(int mostBytes, Duration longest) {
        this.longest = longest;
        kept =
                Caffeine.newBuilder()
                        .maximumWeight(mostBytes)
                        .weigher((String key, Optional<Kept> menu) ->
                                1_000 + key.length() + menu.map(Kept::size).orElse(0))
                        .expireAfter(
                                Expiry.creating((String _, Optional<Kept> menu) ->
                                        menu.map(Kept::life).orElse(Duration.ZERO)))
                        .buildAsync();
    }

    /// Whether an answer to this may come from here.
    static boolean covers(Method method, String path, Visitor visitor) {
        return method.equals(Method.GET)
                && path.startsWith("/restaurants")
                && visitor.isPublic()
                && MENU.matcher(path).matches();
    }

    /// Whoever comes first fetches; the others wait for what becomes of it.
    sealed interface Found {
        record Hit(Kept menu) implements Found {}

        /// Fetch it, and give what came to all: [MenuCache#fetch].
        record Miss(CompletableFuture<Optional<Kept>> promise) implements Found {}

        /// What was fetched is not for everybody: fetch your own.
        record NotShared() implements Found {}
    }

    Found find(String target, Duration patience) {
        var other = kept.getIfPresent(target);
        if (other == null) {
            var promise = new CompletableFuture<Optional<Kept>>();
            other = kept.asMap().putIfAbsent(target, promise);
            if (other == null) return new Found.Miss(promise);
        }
        try {
            return other.get(patience.toNanos(), TimeUnit.NANOSECONDS)
                    .<Found>map(Found.Hit::new)
                    .orElseGet(Found.NotShared::new);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found.NotShared();
        } catch (ExecutionException | TimeoutException e) {
            return new Found.NotShared();
        }
    }

    /// Fetches for all who wait. Whatever happens, nobody waits for ever.
    Answer fetch(
            CompletableFuture<Optional<Kept>> promise,
            String target,
            boolean signedIn,
            Supplier<Answer> fetch) {
        Optional<Kept> menu = Optional.empty();
        try {
            var answer = fetch.get();
            menu = storable(answer, signedIn);
            return answer;
        } finally {
            if (menu.isEmpty()) kept.asMap().remove(target, promise);
            promise.complete(menu);
        }
    }

    private Optional<Kept> storable(Answer answer, boolean signedIn) {
        if (answer.status().code() != 200 || !answer.whole()) return Optional.empty();
        var headers = answer.headers();
        var rules = String.join(",", headers.values(HeaderNames.CACHE_CONTROL));
        rules = rules.toLowerCase(Locale.ROOT);
        var forbidden =
                rules.contains("no-store")
                        || rules.contains("no-cache")
                        || rules.contains("private")
                        || headers.contains(HeaderNames.SET_COOKIE)
                        || headers.contains(HeaderNames.CONTENT_ENCODING)
                        // what was made for somebody, only if the service calls it public
                        || (signedIn && !rules.contains("public"))
                        || !variesHarmlessly(headers);
        var life = forbidden ? Duration.ZERO : life(rules);
        if (life.isZero()) return Optional.empty();
        return Optional.of(Kept.of(answer, life));
    }

    private static boolean variesHarmlessly(Headers headers) {
        for (var value : headers.values(HeaderNames.VARY))
            for (var name : value.split(",", -1))
                if (!HARMLESS_VARY.contains(name.strip().toLowerCase(Locale.ROOT))) return false;
        return true;
    }

    private Duration life(String rules) {
        for (var rule : new Pattern[] {SHARED_MAX_AGE, MAX_AGE}) {
            var matcher = rule.matcher(rules);
            if (!matcher.find()) continue;
            var allowed = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
            return allowed.compareTo(longest) < 0 ? allowed : longest;
        }
        return longest;
    }

    /// Forgets what a write to this path may have changed: the restaurant, and every list.
    void changed(String path) {
        var matcher = CHANGED.matcher(path);
        if (!matcher.matches()) return;
        var menu = "/restaurants/" + matcher.group(1);
        kept.asMap()
                .keySet()
                .removeIf(target -> {
                    var query = target.indexOf('?');
                    var of = query < 0 ? target : target.substring(0, query);
                    return of.equals("/restaurants") || of.equals(menu);
                });
    }
}
