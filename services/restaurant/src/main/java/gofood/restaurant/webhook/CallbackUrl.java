package gofood.restaurant.webhook;

import gofood.platform.wire.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// What a receiver's address may look like. Where its name leads is checked again at each
/// connection, see [CheckedNames].
final class CallbackUrl {
    private static final String FIELD = "url";

    /// What a browser takes for an IPv4 address: the last label is a number, in whatever base.
    private static final String ENDS_IN_NUMBER = "(.*\\.)?(\\d+|0x[0-9a-f]*)";

    private static final String PLAIN_IPV4 =
            "(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})";

    private CallbackUrl() {}

    /// @return the address as it is kept
    /// @throws Refused 422 with the rule that it breaks
    static String checked(String text, WebhookConfig config) {
        var url = parsed(text.strip());
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        var isPlain = scheme.equals("http") && config.plain();
        if (!scheme.equals("https") && !isPlain)
            throw Refused.invalid(FIELD, "must begin with https://");
        if (url.getRawUserInfo() != null)
            throw Refused.invalid(FIELD, "must have no user name or password in it");
        if (url.getRawFragment() != null) throw Refused.invalid(FIELD, "must have no #fragment");
        checkPort(url, config);
        checkHost(url.getHost().toLowerCase(Locale.ROOT), config);
        return scheme + url.toASCIIString().substring(scheme.length());
    }

    private static URI parsed(String text) {
        try {
            var url = new URI(text);
            if (url.getScheme() != null && url.getHost() != null) return url;
        } catch (URISyntaxException e) {
            // the same as one without a host
        }
        throw Refused.invalid(FIELD, "must be an address such as https://pos.example.com/gofood");
    }

    private static void checkPort(URI url, WebhookConfig config) {
        var port = url.getPort();
        var isUsual = port == -1 || config.ports().contains(port);
        if (isUsual || (config.anywhere() && port > 0 && port < 65_536)) return;
        throw Refused.invalid(FIELD, "must have one of our ports, or none")
                .with("allowed", config.ports());
    }

    private static void checkHost(String host, WebhookConfig config) {
        var isIpv6 = host.startsWith("[");
        var isNumber = host.matches(ENDS_IN_NUMBER);
        if (host.endsWith(".")) throw Refused.invalid(FIELD, "must have no dot after its name");
        if (isNumber && !host.matches(PLAIN_IPV4))
            throw Refused.invalid(FIELD, "must have a name, or an address such as 198.51.100.7");
        if (!isIpv6 && !isNumber) return;
        if (!config.anywhere() && !isPublic(isIpv6 ? host.substring(1, host.length() - 1) : host))
            throw Refused.invalid(FIELD, "must be on the public internet");
    }

    private static boolean isPublic(String literal) {
        try {
            return PublicAddresses.contains(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
