package gofood.restaurant.menu;

import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/// A view as it goes out, and its ETag: the menu's version and a sum of the bytes. The version
/// alone would not do: a menu says whether the restaurant is open and what is sold out, which the
/// clock changes without anybody changing the menu.
///
/// @param body JSON
public record Tagged(int version, int sum, byte[] body) {
    /// For what anybody may see: a crowd at lunch costs one read a second.
    public static final String BRIEFLY = "public, max-age=1";

    /// For what a kitchen alone may see: nobody in between may keep it.
    static final String FOR_STAFF = "private, no-cache";

    static Tagged of(int version, Object view) {
        var body = Json.write(view);
        var sum = new CRC32();
        sum.update(body);
        return new Tagged(version, (int) sum.getValue(), body);
    }

    String tag() {
        return "\"%d-%08x\"".formatted(version, sum);
    }

    Reply reply(Call call) {
        return reply(call, BRIEFLY);
    }

    /// 304 when the client has it already.
    ///
    /// @param keep who may keep it, and for how long: `Cache-Control`
    Reply reply(Call call, String keep) {
        var known = call.header("If-None-Match").orElse("");
        var reply =
                known.strip().equals("*") || known.contains(tag())
                        ? new Reply(304, null, Map.of())
                        : Reply.ok(body);
        return reply.with("ETag", tag()).with("Cache-Control", keep);
    }

    /// Refuses a change of something that has changed since the client read it. Only the versions
    /// are compared: that a restaurant has opened meanwhile is no reason to refuse a price.
    static void ifMatch(Call call, int version) {
        ifMatch(call, version, tag -> tag.split("-", 2)[0].equals(version + ""));
    }

    /// The same of a part of the menu, such as its hours: that another part has changed is no
    /// reason to refuse it, if this one is still what the client has read.
    void ifMatch(Call call) {
        var mine = "-%08x".formatted(sum);
        ifMatch(
                call,
                version,
                tag -> tag.split("-", 2)[0].equals(version + "") || tag.endsWith(mine));
    }

    private static void ifMatch(Call call, int version, Predicate<String> isCurrent) {
        var tags = call.header("If-Match");
        if (tags.isEmpty()) return;
        var matches =
                Arrays.stream(tags.get().split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                        .anyMatch(tag -> tag.equals("*") || isCurrent.test(tag));
        if (matches) return;
        throw new Refused(
                        412, "changed_meanwhile", "It was changed meanwhile. Read it again first.")
                .with("version", version);
    }
}
