package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.security.Policy.Line;
import gofood.app.security.Wire.Answer;
import gofood.app.security.Wire.Request;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Nobody learns from an answer whether what isn't theirs exists.
abstract class Alike {
    /// A number and a text that nothing has, of the form that the real ones have.
    private static final String NOTHING = "987654321";

    /// What a person could see with a watch, and a machine that is busy doesn't make up: the best
    /// of several tries is compared.
    private static final Duration VISIBLE = Duration.ofMillis(100);

    private static final int TRIES = 3;
    private static final Pattern ID = Pattern.compile("\\$(\\w+)");

    abstract Scene scene();

    /// An answer, and how fast it came at best.
    private record Timed(Answer answer, long nanos) {}

    @Test
    void what_is_foreign_and_what_never_was_look_the_same() {
        scene().expose();
        var wrong = new ArrayList<String>();
        var compared = 0;
        for (var line : Policy.read().lines())
            for (var who : List.of(Persona.OTHER, Persona.STAFF2, Persona.COURIER2, Persona.GUEST))
                for (var where : doors(line)) {
                    if (!ID.matcher(line.target()).find() || line.may().contains(who)) continue;
                    var foreign = scene().request(line, line.service(), where, who, false);
                    if (Wire.begin(foreign).status() != 404) continue;
                    compare(line, who, foreign, missing(line, where, foreign), wrong);
                    compared++;
                }
        assertThat(compared).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private List<URI> doors(Line line) {
        return line.service().equals("every") || line.service().equals("gateway")
                ? List.of()
                : List.of(scene().house.url(line.service()), scene().house.gateway());
    }

    /// The same request, about a thing that there never was.
    private Request missing(Line line, URI where, Request foreign) {
        var name = ID.matcher(line.target());
        if (!name.find()) throw new IllegalStateException(line.target());
        var value = "$" + name.group(1);
        var path =
                scene().filled(
                                line.target()
                                        .replace(value, NOTHING)
                                        .replaceAll("\\$(new_\\w+|applied)", "\\$exposed_$1"));
        var isPicture = line.body().equals("$picture");
        var body = isPicture ? "" : scene().filled(line.body().replace(value, NOTHING));
        var bytes =
                line.body().equals("$picture")
                        ? Camera.picture()
                        : body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Request(foreign.method(), where.resolve(path), foreign.token(), bytes);
    }

    private static void compare(
            Line line, Persona who, Request foreign, Request missing, List<String> wrong) {
        var one = best(foreign);
        var other = best(missing);
        var what = line.name() + ", " + who + " at " + foreign.uri().getPort() + ": ";
        if (!plain(one.answer).equals(plain(other.answer)))
            wrong.add(what + plain(one.answer) + " is not " + plain(other.answer));
        var apart = Duration.ofNanos(Math.abs(one.nanos - other.nanos));
        if (apart.compareTo(VISIBLE) > 0) wrong.add(what + "one takes longer by " + apart);
    }

    private static Timed best(Request request) {
        var best = Long.MAX_VALUE;
        Answer answer = null;
        for (int i = 0; i < TRIES; i++) {
            var begin = System.nanoTime();
            answer = Wire.send(request);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return new Timed(java.util.Objects.requireNonNull(answer), best);
    }

    /// All of it but the moment and the trace.
    private static String plain(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
        var body = answer.text().replaceFirst("\"trace_id\":\"[0-9a-f]{32}\"", "");
        return answer.status() + " " + headers + " " + body;
    }
}
