package gofood.gateway;

import gofood.contracts.UserApi.Role;
import gofood.platform.http.Person;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who stands at the door.
///
/// @param address the client's own, not a trusted proxy's
/// @param forwardedFor what the services are told of the way that the request took
/// @param secure it came by TLS, here or at a trusted proxy
/// @param direct no proxy was in between
/// @param person null without a token
record Visitor(
        InetAddress address,
        String forwardedFor,
        boolean secure,
        boolean direct,
        @Nullable Person person) {

    Visitor as(@Nullable Person who) {
        return new Visitor(address, forwardedFor, secure, direct, who);
    }

    boolean isOperator() {
        return person != null && person.isOperator();
    }

    /// Sees what everybody sees: staff and operators may see more.
    boolean isPublic() {
        return person == null || !(person.has(Role.STAFF) || person.isTrusted());
    }

    /// Who is meant by "one client": a person when signed in, an address else.
    String key() {
        return person == null ? addressKey() : "person " + person.id();
    }

    String addressKey() {
        var bytes = address.getAddress();
        // a household has a whole IPv6 network, and one client must not be 2^64
        return bytes.length == 4
                ? address.getHostAddress()
                : "net " + Arrays.toString(Arrays.copyOf(bytes, 8));
    }
}
