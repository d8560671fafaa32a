package gofood.gateway.door;

import gofood.platform.wire.Refused;
import java.util.regex.Pattern;

/// Whatever two programs could read differently in a path is refused here, so that no service sees
/// another path than the one that was limited and looked up.
final class PlainPath {
    private static final int LONGEST = 2_000;
    private static final Pattern DOTS = Pattern.compile("/\\.\\.?(/|$)");

    private PlainPath() {}

    /// @param raw the path as it came, still encoded
    /// @throws Refused 400 for dot segments, empty segments, and encoded slashes, dots and
    ///   controls; 404 for a slash at the end, which a service would take for the path without it
    static void check(String raw) {
        if (!raw.startsWith("/") || raw.length() > LONGEST || raw.contains("//")) throw refused();
        if (raw.contains("/.") && DOTS.matcher(raw).find()) throw refused();
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '\\' || c == ';') throw refused();
            if (c == '%') checkEscape(raw, i);
        }
        if (raw.length() > 1 && raw.endsWith("/"))
            throw new Refused(
                    404,
                    "no_such_path",
                    "There is nothing at this path. Leave out its last slash.");
    }

    private static void checkEscape(String raw, int at) {
        if (at + 2 >= raw.length()) throw refused();
        var high = Character.digit(raw.charAt(at + 1), 16);
        var low = Character.digit(raw.charAt(at + 2), 16);
        if (high < 0 || low < 0) throw refused();
        var c = high * 16 + low;
        if (c < ' ' || c == 0x7f || "/\\.;%".indexOf(c) >= 0) throw refused();
    }

    private static Refused refused() {
        return new Refused(400, "bad_path", "This path can be read in more than one way.");
    }
}
