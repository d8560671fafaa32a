package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
final class LauncherTest {
    @TempDir Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final SmallDemo demo = new SmallDemo();

    @Test
    void up_starts_every_service_in_this_process_with_its_own_database() throws Exception {
        try (var launcher = launcher()) {
            var urls = launcher.up(DataFolder.open(folder), Scratch.options(true));
            var me = Long.toString(ProcessHandle.current().pid());

            assertThat(urls.keySet()).containsExactly("user", "order", "gateway");
            for (var url : urls.values()) assertThat(Scratch.get(url, "/pid")).isEqualTo(me);
            assertThat(Scratch.get(urls.get("order"), "/database"))
                    .isEqualTo("gofood_order in gofood_order");
            assertThat(Scratch.get(urls.get("order"), "/settings").split(" "))
                    .contains("USER_URL", "CITY_PORT", "SERVICE_SECRET", "ORDER_DATABASE_PASSWORD")
                    .doesNotContain("USER_DATABASE_PASSWORD", "PATH");
        }
        assertThat(Files.exists(folder.resolve("postgres").resolve("postmaster.pid"))).isFalse();
    }

    @Test
    void the_demo_is_loaded_once() throws Exception {
        for (var start = 1; start <= 2; start++)
            try (var launcher = launcher()) {
                launcher.up(DataFolder.open(folder), Scratch.options(true));
            }
        assertThat(demo.heard).containsExactly("load operator@gofood.test gofood-demo");
    }

    @Test
    void the_city_lives_from_the_load_to_the_stop() throws Exception {
        var quiet = Scratch.options(true);
        try (var launcher = launcher()) {
            launcher.up(
                    DataFolder.open(folder),
                    new Options(
                            quiet.binaries(),
                            quiet.host(),
                            quiet.port(),
                            quiet.city(),
                            true,
                            Optional.of(new Crowd()),
                            1,
                            false,
                            quiet.environment()));
        }
        assertThat(demo.heard)
                .containsExactly("load operator@gofood.test gofood-demo", "live 20", "rest");
    }

    @Test
    void a_data_folder_keeps_to_its_city() throws Exception {
        var monaco = Files.writeString(folder.resolve("monaco.osm.pbf"), "a map");
        var berlin = Files.writeString(folder.resolve("berlin.osm.pbf"), "another map");
        var gone = folder.resolve("gone.osm.pbf");
        try (var data = DataFolder.open(folder.resolve("data"))) {
            assertThatThrownBy(() -> data.extract(Optional.of(gone)))
                    .hasMessageStartingWith("There is no map file " + gone);
            assertThat(data.extract(Optional.empty())).isEmpty();
            data.keepTo(data.extract(Optional.of(monaco)));
            assertThat(data.extract(Optional.empty())).hasValue(monaco);
            assertThat(data.extract(Optional.of(monaco))).hasValue(monaco);
            assertThatThrownBy(() -> data.extract(Optional.of(berlin)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("belongs to the city of monaco.osm.pbf");
            Files.delete(monaco);
            assertThatThrownBy(() -> data.extract(Optional.empty()))
                    .hasMessageStartingWith("There is no map file " + monaco);
        }
    }

    @Test
    void without_the_demo_the_first_operator_has_a_password_of_its_own() throws Exception {
        try (var launcher = launcher()) {
            var data = DataFolder.open(folder);
            var urls = launcher.up(data, Scratch.options(false));
            var welcome = new Welcome(urls, data, false, Optional.empty()).text();
            assertThat(welcome).contains(data.secrets().typed("operator")).doesNotContain("demo");
        }
        assertThat(demo.heard).isEmpty();
    }

    @Test
    void the_operators_password_stays_the_one_of_the_first_start() {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        assertThat(secrets.orFirst("operator", "gofood-demo")).isEqualTo("gofood-demo");
        assertThat(new Secrets(folder.resolve("secrets.properties")).typed("operator"))
                .isEqualTo("gofood-demo");
    }

    @Test
    void split_gives_each_service_a_process_and_starts_it_again_when_it_is_killed()
            throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        try (var launcher = launcher()) {
            var urls = launcher.split(DataFolder.open(folder), Scratch.options(false));
            for (var url : urls.values()) processes.add(processOf(url));
            assertThat(processes).doesNotHaveDuplicates().doesNotContain(ProcessHandle.current());

            var order = urls.get("order");
            assertThat(Scratch.get(order, "/database")).isEqualTo("gofood_order in gofood_order");
            var killed = processOf(order);
            killed.destroyForcibly();
            killed.onExit().join();
            var again = awaitProcessOf(order);
            processes.add(again);
            assertThat(again).isNotEqualTo(killed);
            assertThat(said).anyMatch(line -> line.startsWith("order ended (137)"));
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void replicas_have_a_port_each_and_are_started_anew_one_after_the_other() throws Exception {
        var one = Scratch.options(false);
        var two =
                new Options(
                        one.binaries(),
                        one.host(),
                        one.port(),
                        one.city(),
                        false,
                        Optional.empty(),
                        2,
                        false,
                        one.environment());
        Wiring twisted = (caller, callee, port) -> callee.equals("user-2") ? 9 : port;
        try (var launcher = launcher()) {
            var urls = launcher.split(DataFolder.open(folder), two, twisted);
            assertThat(urls.keySet())
                    .containsExactly("user", "user-2", "order", "order-2", "gateway", "gateway-2");
            assertThat(urls.get("order-2").getPort()).isEqualTo(one.port() + 182);
            assertThat(Scratch.get(urls.get("order"), "/peers"))
                    .isEqualTo("http://127.0.0.1:%d,http://127.0.0.1:9".formatted(one.port() + 80));
            var before = new ArrayList<ProcessHandle>();
            for (var url : urls.values()) before.add(processOf(url));
            assertThat(before).doesNotHaveDuplicates();

            launcher.restart();
            var after = new ArrayList<ProcessHandle>();
            for (var url : urls.values()) after.add(processOf(url));
            assertThat(after).doesNotHaveDuplicates().doesNotContainAnyElementsOf(before);
            assertThat(said)
                    .as("an end by order is no accident")
                    .noneMatch(line -> line.contains("ended"));
        }
    }

    @Test
    void a_taken_port_is_named_with_its_service_before_anything_starts() throws Exception {
        var options = Scratch.options(false);
        try (var launcher = launcher();
                var _ =
                        new ServerSocket(
                                options.port() + 82, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> launcher.up(DataFolder.open(folder), options))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %d, which the order service needs, is taken. Stop what uses it, or choose other ports with --port (for example --port %d)."
                                    .formatted(options.port() + 82, options.port() + 1000));
        }
        assertThat(said).isEmpty();
    }

    private Launcher launcher() {
        return new Launcher(SmallService.all(), SmallMain.class, demo, said::add);
    }

    private static ProcessHandle processOf(URI url) throws IOException {
        return ProcessHandle.of(Long.parseLong(Scratch.get(url, "/pid"))).orElseThrow();
    }

    private static ProcessHandle awaitProcessOf(URI url) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (true)
            try {
                return processOf(url);
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) throw e;
                Thread.sleep(50);
            }
    }
}
