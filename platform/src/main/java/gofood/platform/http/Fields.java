package gofood.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import java.util.List;

/// Header fields as they are looked at with every request. Helidon takes each value apart letter by
/// letter, though most are missing or hold no comma: a token of 400 letters took longer to be taken
/// apart than to be found among those that were verified before.
public final class Fields {
    private Fields() {}

    /// All values of a field, also those that share a line: the same as [Headers#values].
    public static List<String> values(Headers headers, HeaderName name) {
        if (!headers.contains(name)) return List.of();
        var lines = headers.get(name).allValues();
        var isOne = lines.size() == 1 && lines.getFirst().indexOf(',') < 0;
        return isOne ? lines : headers.values(name);
    }

    /// Whether the connection is to end with this message.
    static boolean sayClose(Headers headers) {
        return headers.contains(HeaderNames.CONNECTION)
                && headers.containsToken(HeaderValues.CONNECTION_CLOSE);
    }
}
