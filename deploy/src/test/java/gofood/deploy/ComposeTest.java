package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What `deploy/compose.yaml` says, held against the code, the images and its own files.
class ComposeTest {
    private static final List<String> DEPLOYABLES = SettingsOfTheCode.DEPLOYABLES;
    private static final Path DEPLOY = SettingsOfTheCode.ROOT.resolve("deploy");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:[?-][^}]*)?}");

    private static Map<?, ?> yaml(String file) {
        var text = SettingsOfTheCode.read(DEPLOY.resolve(file));
        return new Yaml(new SafeConstructor(new LoaderOptions())).<Map<?, ?>>load(text);
    }

    private static Map<?, ?> services() {
        return map(yaml("compose.yaml"), "services");
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        assertThat(of.get(key)).as(key).isInstanceOf(Map.class);
        return (Map<?, ?>) of.get(key);
    }

    private static Map<?, ?> service(String deployable) {
        return map(services(), DockerfileTest.image(deployable));
    }

    private static Set<String> environment(String deployable) {
        return map(service(deployable), "environment").keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    /// What the code would never read.
    private static Set<String> invented(String deployable, Set<String> told) {
        var names = new TreeSet<>(told);
        names.removeAll(SettingsOfTheCode.of(deployable));
        // all are told the city's time zone and currency, though not all need them
        names.removeAll(Set.of("TIME_ZONE", "CURRENCY"));
        return names;
    }

    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void a_service_is_told_nothing_that_it_does_not_read(String deployable) {
        assertThat(invented(deployable, environment(deployable))).isEmpty();
    }

    @Test
    void a_setting_that_nobody_reads_is_found() {
        assertThat(invented("order", Set.of("ORDER_QUOTE_SECONDS", "ORDER_QUOTE_SECS", "FAULTS")))
                .containsExactly("ORDER_QUOTE_SECS");
        assertThat(invented("gateway", Set.of("GATEWAY_DATABASE_URL")))
                .containsExactly("GATEWAY_DATABASE_URL");
    }

    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void a_service_is_told_where_the_others_are(String deployable) {
        var told = map(service(deployable), "environment");
        for (var other : DEPLOYABLES) {
            if (other.equals("simulator") && !deployable.equals("gateway")) continue;
            assertThat(told.get(SettingsOfTheCode.prefix(other) + "URL"))
                    .as(other)
                    .isEqualTo(address(other));
        }
        assertThat(told.containsKey("SERVICE_SECRET")).isTrue();
    }

    /// Of each there may be several, except of the simulator.
    private static String address(String of) {
        var one = "http://%s:%d".formatted(DockerfileTest.image(of), DockerfileTest.PORTS.get(of));
        return of.equals("simulator")
                ? one
                : "${%sURL:-%s}".formatted(SettingsOfTheCode.prefix(of), one);
    }

    @Test
    void what_watches_is_told_of_the_whole() {
        for (var each : DEPLOYABLES) {
            var told = map(service(each), "environment");
            assertThat(told.get("LOG_FORMAT")).as(each).isEqualTo("${LOG_FORMAT:-json}");
            assertThat(told.get("OTEL_EXPORTER_OTLP_ENDPOINT"))
                    .as(each)
                    .isEqualTo("http://jaeger:4318");
        }
        assertThat(mounts("prometheus"))
                .contains("./alerts:/etc/prometheus/alerts:ro")
                .contains("./prometheus/prometheus.yaml:/etc/prometheus/prometheus.yaml:ro");
        assertThat(yaml("prometheus/prometheus.yaml").get("rule_files"))
                .isEqualTo(List.of("/etc/prometheus/alerts/*.rules.yaml"));
        assertThat(mounts("grafana"))
                .contains("./grafana/provisioning:/etc/grafana/provisioning:ro")
                .contains("./grafana/dashboards:/etc/grafana/dashboards:ro");
        assertThat(yaml("grafana/provisioning/dashboards/gofood.yaml").toString())
                .contains("options={path=/etc/grafana/dashboards}");
        for (var source : List.of("prometheus:9090", "jaeger:16686")) {
            var name = source.substring(0, source.indexOf(':'));
            assertThat(yaml("grafana/provisioning/datasources/" + name + ".yaml").toString())
                    .contains("uid=" + name, "url=http://" + source);
        }
    }

    private static List<String> mounts(String service) {
        var volumes = (List<?>) map(services(), service).get("volumes");
        return volumes.stream().map(String::valueOf).toList();
    }

    /// One version of each in the whole repository.
    @Test
    void compose_and_kubernetes_run_the_same_versions() {
        var kubernetes = SourceTree.KUBERNETES.resolve("components");
        for (var file : List.of("traces/traces.yaml", "valkey/valkey.yaml")) {
            var image =
                    Pattern.compile("image: (\\S+)")
                            .matcher(SourceTree.text(kubernetes.resolve(file)));
            assertThat(image.find()).isTrue();
            assertThat(SettingsOfTheCode.read(DEPLOY.resolve("compose.yaml")))
                    .contains("image: " + image.group(1) + "\n");
        }
    }

    @ParameterizedTest
    @FieldSource("DEPLOYABLES")
    void a_service_has_its_own_image_and_few_rights(String deployable) {
        var service = service(deployable);
        assertThat(service.get("image")).isEqualTo(DockerfileTest.image(deployable) + ":latest");
        assertThat(DEPLOY.resolve(service.get("build").toString()).normalize())
                .isEqualTo(SettingsOfTheCode.folder(deployable));
        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(service.get("tmpfs")).isEqualTo(List.of("/tmp"));
        assertThat(service.containsKey("mem_limit")).isTrue();
        assertThat(service.containsKey("stop_grace_period")).isTrue();
    }

    /// Each service can enter its own database, whose name and password the script gives it.
    @Test
    void every_database_has_one_owner() {
        var script = SettingsOfTheCode.read(DEPLOY.resolve("postgres/databases.sh"));
        var made = script.replaceAll("(?s).*for service in ([a-z ]+); do.*", "$1").split(" ");
        var owners = new ArrayList<>(DEPLOYABLES);
        owners.removeAll(List.of("gateway", "simulator"));
        assertThat(made).containsExactlyInAnyOrderElementsOf(owners);
        var postgres = map(map(services(), "postgres"), "environment");
        for (var owner : owners) {
            var prefix = SettingsOfTheCode.prefix(owner) + "DATABASE_";
            var told = map(service(owner), "environment");
            assertThat(told.get(prefix + "URL"))
                    .isEqualTo("jdbc:postgresql://postgres:5432/" + owner);
            assertThat(told.get(prefix + "USER")).isEqualTo(owner);
            assertThat(told.get(prefix + "PASSWORD"))
                    .isNotNull()
                    .isEqualTo(postgres.get(prefix + "PASSWORD"));
            var others = environment(owner).stream().filter(name -> name.contains("_DATABASE_"));
            assertThat(others).allMatch(name -> name.startsWith(prefix));
        }
    }

    @Test
    void nobody_waits_for_what_is_not_there_or_never_well() {
        var services = services();
        services.forEach((name, service) -> {
            if (!(service instanceof Map<?, ?> body)
                    || !(body.get("depends_on") instanceof Map<?, ?> waits)) return;
            waits.forEach((other, how) -> {
                assertThat(services.containsKey(other)).as(name + " waits for " + other).isTrue();
                var ours = map(services, other.toString()).containsKey("build");
                var checked = ours || map(services, other.toString()).containsKey("healthcheck");
                assertThat(checked || !how.toString().contains("service_healthy"))
                        .as("%s is healthy some day, which %s waits for", other, name)
                        .isTrue();
            });
        });
    }

    @Test
    void every_image_is_pinned() {
        Predicate<String> pinned = image -> image.matches("[a-z/-]+:v?[0-9][\\w.]*");
        var ours = DEPLOYABLES.stream().map(each -> DockerfileTest.image(each) + ":latest");
        var known = ours.collect(Collectors.toSet());
        services().values().stream()
                .map(service -> ((Map<?, ?>) service).get("image").toString())
                .forEach(image ->
                        assertThat(known.contains(image) || pinned.test(image)).as(image).isTrue());
        assertThat(pinned.test("postgres:latest") || pinned.test("postgres")).isFalse();
    }

    @Test
    void what_must_be_said_is_in_the_example() {
        var text = SettingsOfTheCode.read(DEPLOY.resolve("compose.yaml"));
        var needed = new HashSet<String>();
        for (var found = VARIABLE.matcher(text); found.find(); )
            if (found.group(2) == null || found.group(2).startsWith(":?"))
                needed.add(found.group(1));
        var example =
                SettingsOfTheCode.read(DEPLOY.resolve(".env.example"))
                        .lines()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .collect(Collectors.toSet());
        assertThat(needed).hasSizeGreaterThan(8).isEqualTo(example);
        assertThat(SettingsOfTheCode.read(SettingsOfTheCode.ROOT.resolve(".gitignore")).lines())
                .contains("deploy/.env");
    }

    @Test
    void prometheus_looks_at_every_service_by_the_name_that_the_alerts_use() {
        var jobs = (List<?>) yaml("prometheus/prometheus.yaml").get("scrape_configs");
        assertThat(jobs.stream().map(Object::toString))
                .containsExactlyElementsOf(
                        DEPLOYABLES.stream()
                                .map(each ->
                                        "{job_name=%s, static_configs=[{targets=[%s:%d]}]}"
                                                .formatted(
                                                        each,
                                                        DockerfileTest.image(each),
                                                        DockerfileTest.PORTS.get(each)))
                                .toList());
    }

    @Test
    void every_file_that_is_mounted_exists() {
        var text = SettingsOfTheCode.read(DEPLOY.resolve("compose.yaml"));
        var mount = Pattern.compile("- (\\./[^:]+):");
        var seen = 0;
        for (var found = mount.matcher(text); found.find(); seen++)
            assertThat(Files.exists(DEPLOY.resolve(found.group(1)))).as(found.group(1)).isTrue();
        assertThat(seen).isGreaterThan(3);
    }

    @Test
    void the_archive_is_kept_by_the_same_server() {
        var usual = (List<?>) map(services(), "postgres").get("command");
        var archiving = map(map(yaml("compose.archive.yaml"), "services"), "postgres");
        assertThat(archiving.get("command"))
                .asInstanceOf(list(Object.class))
                .startsWith(usual.toArray())
                .contains("archive_mode=on");
    }
}
