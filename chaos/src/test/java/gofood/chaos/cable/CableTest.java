package gofood.chaos.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CableTest {
    private ServerSocket server;
    private Cable cable;
    private Socket client;
    private Socket callee;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        cable = Cable.to("test", server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), cable.port());
        callee = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        callee.close();
        cable.close();
        server.close();
    }

    private static void say(Socket to, String word) throws IOException {
        to.getOutputStream().write(word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// @return what comes, or `nothing` when there is nothing for so long
    private static String hear(Socket at, int millis) throws IOException {
        at.setSoTimeout(millis);
        try {
            var bytes = new byte[100];
            var size = at.getInputStream().read(bytes);
            return size < 0
                    ? "end"
                    : new String(bytes, 0, size, java.nio.charset.StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            return "nothing";
        }
    }

    @Test
    void a_whole_cable_carries_both_ways_and_tells_of_the_end() throws IOException {
        say(client, "question");
        assertThat(hear(callee, 20_000)).isEqualTo("question");
        say(callee, "answer");
        assertThat(hear(client, 20_000)).isEqualTo("answer");
        client.close();
        assertThat(hear(callee, 20_000)).isEqualTo("end");
    }

    @Test
    void a_late_cable_carries_later_in_one_direction() throws IOException {
        cable.damage(
                Direction.THERE, new Damage.Late(Duration.ofMillis(400), Duration.ofMillis(50)));
        var begun = System.nanoTime();
        say(client, "question");
        assertThat(hear(callee, 20_000)).isEqualTo("question");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void a_narrow_cable_takes_as_long_as_the_bytes_need() throws IOException {
        cable.damage(Direction.BACK, new Damage.Narrow(20));
        var begun = System.nanoTime();
        say(callee, "0123456789");
        assertThat(hear(client, 20_000)).isEqualTo("0123456789");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void what_is_lost_in_one_direction_never_comes_and_the_other_goes_on() throws IOException {
        cable.damage(Direction.THERE, new Damage.Lost());
        say(client, "question");
        assertThat(hear(callee, 300)).isEqualTo("nothing");
        say(callee, "answer");
        assertThat(hear(client, 20_000)).isEqualTo("answer");
        cable.repair();
        assertThatThrownBy(() -> hear(client, 20_000)).isInstanceOf(SocketException.class);
    }

    @Test
    void a_silent_cable_says_nothing_not_even_that_it_was_hung_up_and_all_comes_later()
            throws IOException {
        cable.damage(new Damage.Silent());
        say(client, "question");
        client.close();
        assertThat(hear(callee, 300)).isEqualTo("nothing");
        try (var another = new Socket(InetAddress.getLoopbackAddress(), cable.port())) {
            say(another, "question");
            assertThat(hear(another, 300)).isEqualTo("nothing");
        }
        cable.repair();
        assertThat(hear(callee, 20_000)).isEqualTo("question");
        assertThat(hear(callee, 20_000)).isEqualTo("end");
    }

    @Test
    void a_torn_cable_resets_what_there_is_and_what_comes() throws IOException {
        say(client, "question");
        assertThat(hear(callee, 20_000)).isEqualTo("question");
        cable.damage(new Damage.Torn());
        assertThatThrownBy(() -> hear(client, 20_000)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> hear(callee, 20_000)).isInstanceOf(SocketException.class);
        assertThatThrownBy(
                        () -> {
                            try (var another =
                                    new Socket(InetAddress.getLoopbackAddress(), cable.port())) {
                                hear(another, 20_000);
                            }
                        })
                .isInstanceOf(SocketException.class);
        cable.repair();
        try (var another = new Socket(InetAddress.getLoopbackAddress(), cable.port());
                var reached = server.accept()) {
            say(another, "question");
            assertThat(hear(reached, 20_000)).isEqualTo("question");
        }
    }

    @Test
    void a_cable_to_nobody_breaks_what_connects() throws IOException {
        server.close();
        try (var another = new Socket(InetAddress.getLoopbackAddress(), cable.port())) {
            assertThatThrownBy(() -> hear(another, 20_000)).isInstanceOf(SocketException.class);
        }
    }
}
