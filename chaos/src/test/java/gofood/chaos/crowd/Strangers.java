package gofood.chaos.crowd;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// People for tests, whom nobody answers.
public final class Strangers {
    private Strangers() {}

    public static Diner diner() {
        var nowhere = List.of(URI.create("http://127.0.0.1:1"));
        return new Diner(Phone.ofStranger(nowhere, new Witness(Path.of("/dev/null"))));
    }
}
