package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every overlay must be what Kubernetes and Istio understand.
class ManifestsTest {
    @BeforeAll
    static void kubectl() {
        assumeTrue(Kustomize.missing().isEmpty(), Kustomize.missing());
    }

    static List<Path> overlays() {
        return Kustomize.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_object_is_of_a_known_kind_and_has_only_known_fields(Path overlay) {
        assertThat(StrictModels.problems(Kustomize.render(overlay))).isEmpty();
    }

    @Test
    void a_misspelt_field_is_caught() {
        var base = Kustomize.with("postgres");
        assertThat(StrictModels.problems(base.with("readinessProbe:", "readynessProbe:")))
                .anyMatch(it -> it.contains("readynessProbe"));
    }
}
