package gofood.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Scripts for [Wrk]: what is asked, by whom, and what is said at the end.
public final class LuaScript {
    /// In a body: the moment at which it is sent, which only ever grows.
    public static final String NOW = "@now@";

    /// Refusals and what got no answer count as failed; wrk takes everything below 400 for good.
    private static final String END =
            """
            function done(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("BENCH %d %d %d %.0f\\n", summary.requests, summary.duration,
                e.status + e.connect + e.read + e.write + e.timeout, latency:percentile(99)))
            end
            """;

    private LuaScript() {}

    /// The same request for ever.
    public static Path same(Path file, Map<String, String> headers) throws IOException {
        var lines =
                headers.entrySet().stream()
                        .map(header ->
                                "wrk.headers[%s] = %s\n"
                                        .formatted(
                                                quoted(header.getKey()), quoted(header.getValue())))
                        .collect(Collectors.joining());
        return Files.writeString(file, lines + END);
    }

    /// Some pages in turns, read by one person.
    public static Path gets(Path file, List<String> paths, String token) throws IOException {
        return Files.writeString(
                file,
                "local paths = %s\nlocal who = %s\nlocal n, pages = 0, {}\n"
                                .formatted(table(paths), quoted("Bearer " + token))
                        + """
                        function init(args)
                          for i = 1, #paths do
                            pages[i] = wrk.format("GET", paths[i], {["Authorization"] = who,
                              ["Host"] = wrk.host .. ":" .. wrk.port})
                          end
                        end
                        function request()
                          n = n + 1
                          return pages[n % #pages + 1]
                        end
                        """
                        + END);
    }

    /// A request after the other by many people, with a key that was never used before, or the same
    /// keys from the start again after so many.
    ///
    /// The first argument of a run is what its keys begin with, the second after how many requests
    /// of a thread they are repeated, 0 for never.
    ///
    /// @param tokens of the people, who take turns
    public static Path posts(
            Path file, List<String> paths, List<String> tokens, List<String> bodies)
            throws IOException {
        return Files.writeString(
                file,
                "local paths = %s\nlocal tokens = %s\nlocal bodies = %s\nlocal clock = %s\n"
                                .formatted(
                                        table(paths),
                                        table(tokens),
                                        table(bodies),
                                        bodies.getFirst().contains(NOW))
                        + """
                        local heads, threads = {}, 0
                        function setup(thread)
                          thread:set("id", threads)
                          threads = threads + 1
                        end
                        function init(args)
                          nonce, again, n = args[1], tonumber(args[2]), 0
                          for i = 1, #tokens do
                            heads[i] = " HTTP/1.1\\r\\nHost: " .. wrk.host .. ":" .. wrk.port
                              .. "\\r\\nContent-Type: application/json\\r\\nAuthorization: Bearer "
                              .. tokens[i] .. "\\r\\nIdempotency-Key: "
                          end
                        end
                        function request()
                          n = n + 1
                          if again > 0 and n > again then n = 1 end
                          local body = bodies[n % #bodies + 1]
                          if clock then
                            body = body:gsub("@now@", os.date("!%Y-%m-%dT%H:%M:%S.")
                              .. ("%06dZ"):format(n % 1000000), 1)
                          end
                          local who = n % #tokens + 1
                          return "POST " .. paths[n % #paths + 1] .. heads[who] .. nonce .. "-" .. id
                            .. "-" .. n .. "\\r\\nContent-Length: " .. #body .. "\\r\\n\\r\\n" .. body
                        end
                        """
                        + END);
    }

    private static String table(List<String> texts) {
        return texts.stream().map(LuaScript::quoted).collect(Collectors.joining(",\n", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
