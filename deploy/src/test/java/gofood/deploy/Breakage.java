package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

/// Something wrong, put into what is right.
final class Breakage {
    static final String MESH = "local-istio";
    static final String CANARY = "+ istio canary";

    private Breakage() {}

    /// A check says this of an overlay in which something is wrong, and nothing without.
    static void caught(
            Function<Manifests, List<String>> check,
            String overlay,
            String right,
            String wrong,
            String said) {
        var manifests = Kustomize.of(overlay);
        assertThat(check.apply(manifests)).isEmpty();
        assertThat(check.apply(manifests.with(right, wrong)))
                .anySatisfy(it -> assertThat(it).contains(said));
    }
}
