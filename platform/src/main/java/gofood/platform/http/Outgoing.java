package gofood.platform.http;

import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientConfig;
import java.time.Duration;

/// How every HTTP client of ours begins: connections of its own, no redirects, and no proxy, since
/// services are found by our own settings and not by those of the machine.
public final class Outgoing {
    private Outgoing() {}

    /// @param connect how long a connection may take to come about
    public static Http1ClientConfig.Builder client(Duration connect) {
        return Http1Client.builder()
                .shareConnectionCache(false)
                .proxy(Proxy.noProxy())
                .followRedirects(false)
                .connectTimeout(connect);
    }
}
