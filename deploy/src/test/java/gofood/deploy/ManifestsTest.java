package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `kubectl apply -k` would send must be what Kubernetes and Istio understand, fit together,
/// and fit the code.
class ManifestsTest {
    @BeforeAll
    static void kubectl() {
        assumeTrue(Kustomize.missing().isEmpty(), Kustomize.missing());
    }

    static List<String> everything() {
        return Kustomize.everything();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_object_is_of_a_known_kind_and_has_only_known_fields(String what) {
        assertThat(StrictModels.problems(Kustomize.of(what))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void what_runs_fits_together(String what) {
        assertThat(WorkloadRules.problems(Kustomize.of(what))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_setting_is_one_that_the_code_reads(String what) {
        assertThat(SettingRules.problems(Kustomize.of(what))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_route_leads_somewhere(String what) {
        assertThat(MeshRules.problems(Kustomize.of(what))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void exactly_the_calls_of_the_code_are_allowed(String what) {
        assertThat(PermissionRules.problems(Kustomize.of(what))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void the_network_lets_through_exactly_what_the_code_does(String what) {
        assertThat(ReachRules.problems(Kustomize.of(what))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_database_is_backed_up_or_none(String what) {
        assertThat(BackupRules.problems(Kustomize.of(what))).isEmpty();
    }

    @Test
    void for_real_there_are_backups() {
        for (var real : List.of("production", "production-istio"))
            assertThat(Kustomize.of(real).kind("ObjectStore")).hasSize(1);
    }

    @Test
    void every_component_is_tried() throws IOException {
        var tried = new StringBuilder(String.join(" ", Kustomize.MIXTURES)).append(' ');
        var overlays = SourceTree.KUBERNETES.resolve("overlays");
        try (var all = Files.list(overlays)) {
            all.forEach(it -> tried.append(SourceTree.text(it.resolve("kustomization.yaml"))));
        }
        try (var components = Files.list(SourceTree.KUBERNETES.resolve("components"))) {
            assertThat(components.map(it -> it.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(it -> tried.toString().matches("(?s).*[ /]" + it + "\\s.*"));
        }
    }

    @Test
    void every_dashboard_goes_to_the_cluster() throws IOException {
        holds("gofood-dashboards", "deploy/grafana/dashboards", ".json");
    }

    private static void holds(String map, String folder, String ending) throws IOException {
        var data = Kustomize.of("production").find("ConfigMap", map).orElseThrow().path("data");
        try (var files = Files.list(SourceTree.ROOT.resolve(folder))) {
            assertThat(
                            files.map(it -> it.getFileName().toString())
                                    .filter(it -> it.endsWith(ending)))
                    .isNotEmpty()
                    .allMatch(data::has);
        }
    }
}
