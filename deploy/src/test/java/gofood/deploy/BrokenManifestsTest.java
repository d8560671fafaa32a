package gofood.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The checks checked: each thing that may go wrong, done wrong on purpose.
class BrokenManifestsTest {
    private static final String MESH = "local-istio";
    private static final String CANARY = "+ istio canary";

    @BeforeAll
    static void kubectl() {
        assumeTrue(Kustomize.missing().isEmpty(), Kustomize.missing());
    }

    /// Whether a check says this of an overlay in which something is wrong, and doesn't without.
    private static void caught(
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

    @Test
    void a_misspelt_field_is_caught() {
        caught(
                StrictModels::problems,
                MESH,
                "readinessProbe:",
                "readynessProbe:",
                "readynessProbe");
        caught(StrictModels::problems, MESH, "retryOn:", "retriesOn:", "retriesOn");
        caught(StrictModels::problems, CANARY, "exact: v2", "exactly: v2", "exactly");
        caught(
                StrictModels::problems,
                "production",
                "imageCatalogRef:",
                "imageCatalog:",
                "imageCatalog");
    }

    @Test
    void a_kind_that_there_is_not_is_caught() {
        caught(
                StrictModels::problems,
                MESH,
                "kind: PeerAuthentication",
                "kind: PeersAuthentication",
                "there is no kind");
        caught(
                StrictModels::problems,
                MESH,
                "apiVersion: policy/v1\n",
                "apiVersion: policy/v3\n",
                "there is no kind policy/v3 PodDisruptionBudget");
    }

    @Test
    void a_value_that_there_is_not_is_caught() {
        caught(StrictModels::problems, MESH, "mode: STRICT", "mode: STRICTLY", "STRICTLY");
        caught(StrictModels::problems, MESH, "simple: LEAST_REQUEST", "simple: LEAST", "LEAST");
        caught(StrictModels::problems, MESH, "minReplicas: 2", "minReplicas: two", "two");
    }

    @Test
    void a_selector_that_finds_no_pod_is_caught() {
        caught(
                WorkloadRules::problems,
                MESH,
                "selector:\n    app: order-service",
                "selector:\n    app: orders-service",
                "Service order-service: no pod");
        caught(
                WorkloadRules::problems,
                MESH,
                "matchLabels:\n      app: payment-service\n  unhealthy",
                "matchLabels:\n      app: payments\n  unhealthy",
                "PodDisruptionBudget payment-service: no pod");
    }

    @Test
    void what_is_referred_to_must_exist() {
        caught(
                WorkloadRules::problems,
                MESH,
                "serviceAccountName: city-service",
                "serviceAccountName: town-service",
                "no service account town-service");
        caught(
                WorkloadRules::problems,
                MESH,
                "        envFrom:\n        - configMapRef:\n            name: gofood-",
                "        envFrom:\n        - configMapRef:\n            name: goofood-",
                "there is no ConfigMap goofood-");
        caught(
                WorkloadRules::problems,
                MESH,
                "    kind: Deployment\n    name: gateway",
                "    kind: Deployment\n    name: gatehouse",
                "there is no Deployment gatehouse");
    }

    @Test
    void a_port_that_nobody_serves_is_caught() {
        caught(
                WorkloadRules::problems,
                MESH,
                "port: 8082\n    targetPort: http",
                "port: 8092\n    targetPort: http",
                "Service order-service isn't at port 8082");
        caught(
                WorkloadRules::problems,
                MESH,
                "- containerPort: 8083",
                "- containerPort: 8093",
                "Deployment payment-service isn't at port 8083");
        caught(
                MeshRules::problems,
                MESH,
                "          number: 8081",
                "          number: 8181",
                "restaurant-service has no port 8181");
        caught(
                WorkloadRules::problems,
                MESH,
                "    ports:\n    - port: 8086",
                "    ports:\n    - port: 8186",
                "nobody listens at 8186");
    }

    @Test
    void an_image_of_another_name_is_caught() {
        caught(
                WorkloadRules::problems,
                MESH,
                "image: user-service:",
                "image: users:",
                "Deployment user-service has the image users:latest");
    }

    @Test
    void a_container_that_may_do_too_much_is_caught() {
        caught(
                WorkloadRules::problems,
                MESH,
                "readOnlyRootFilesystem: true",
                "readOnlyRootFilesystem: false",
                "may do more than it needs");
        caught(
                WorkloadRules::problems,
                MESH,
                "runAsNonRoot: true",
                "runAsNonRoot: false",
                "may run as root");
    }

    @Test
    void a_setting_that_the_code_does_not_read_is_caught() {
        caught(
                SettingRules::problems,
                MESH,
                "name: ORDER_DATABASE_USER",
                "name: ORDER_DB_USER",
                "the code reads no setting ORDER_DB_USER");
        caught(SettingRules::problems, MESH, "  REDIS_URL:", "  VALKEY_URL:", "VALKEY_URL");
        // another service's
        caught(
                SettingRules::problems,
                MESH,
                "  CITY_FOLDER:",
                "  ORDER_QUOTE_SECONDS:",
                "Deployment city-service: the code reads no setting ORDER_QUOTE_SECONDS");
    }

    @Test
    void connections_that_the_database_has_not_are_caught() {
        caught(
                SettingRules::problems,
                "production",
                "max_connections: \"120\"",
                "max_connections: \"60\"",
                "asks for up to");
    }

    @Test
    void a_drain_that_is_cut_off_is_caught() {
        caught(
                SettingRules::problems,
                MESH,
                "DRAIN_MILLIS: \"5000\"",
                "DRAIN_MILLIS: \"44000\"",
                "is killed while it drains");
    }

    @Test
    void a_secret_that_nobody_makes_is_caught() {
        caught(
                SettingRules::problems,
                MESH,
                "name: payment-webhook",
                "name: payment-hook",
                "nobody makes the secret payment-hook");
        caught(
                SettingRules::problems,
                MESH,
                "key: email\n              name: first-operator",
                "key: mail\n              name: first-operator",
                "nobody makes the secret first-operator/mail");
    }

    @Test
    void shares_that_make_no_whole_are_caught() {
        caught(MeshRules::problems, CANARY, "      weight: 100", "      weight: 99", "make 99");
    }

    @Test
    void a_subset_that_does_not_exist_is_caught() {
        caught(
                MeshRules::problems,
                CANARY,
                "subset: v2",
                "subset: v3",
                "order-service has no subset v3");
        caught(
                MeshRules::problems,
                CANARY,
                "  - labels:\n      version: v2",
                "  - labels:\n      version: v9",
                "no pod is of the subset v2");
    }

    @Test
    void a_service_without_a_route_and_one_with_two_are_caught() {
        caught(
                MeshRules::problems,
                MESH,
                "hosts:\n  - city-service",
                "hosts:\n  - town-service",
                "city-service has the routes []");
        caught(
                MeshRules::problems,
                MESH,
                "hosts:\n  - city-service",
                "hosts:\n  - user-service",
                "user-service has the routes [city-service, user-service]");
    }

    @Test
    void a_stream_that_is_cut_off_or_repeated_is_caught() {
        caught(MeshRules::problems, MESH, "timeout: 0s", "timeout: 9s", "is cut off or repeated");
        caught(MeshRules::problems, MESH, "attempts: 0", "attempts: 1", "is cut off or repeated");
        caught(MeshRules::problems, MESH, "/.*/stream", "/.*/streams", "is cut off or repeated");
    }

    @Test
    void retries_that_nobody_decided_on_are_caught() {
        caught(MeshRules::problems, MESH, "    retries:", "    mirrors:", "Istio's own retries");
    }

    @Test
    void a_trace_provider_that_the_mesh_does_not_know_is_caught() {
        caught(MeshRules::problems, MESH, "name: gofood-traces", "name: traces", "no provider");
    }

    @Test
    void a_call_of_the_code_that_is_not_allowed_is_caught() {
        caught(
                PermissionRules::problems,
                MESH,
                "        - /zones/check",
                "        - /zones/restrictions",
                "order may not ask city for Request[method=POST, path=/zones/check]");
        caught(
                PermissionRules::problems,
                MESH,
                "        - /events",
                "        - /status",
                "may not ask notification for Request[method=POST, path=/events]");
    }

    @Test
    void a_call_that_the_code_does_not_make_is_caught() {
        caught(
                PermissionRules::problems,
                MESH,
                "- cluster.local/ns/gofood/sa/notification-service",
                "- cluster.local/ns/gofood/sa/simulator\n        - cluster.local/ns/gofood/sa/city-service\n        - cluster.local/ns/gofood/sa/nobody",
                "who is nobody");
        caught(
                PermissionRules::problems,
                MESH,
                "- cluster.local/ns/gofood/sa/delivery-service",
                "- cluster.local/ns/gofood/sa/city-service",
                "city-service may call payment-service and never does");
    }

    @Test
    void a_path_that_nobody_serves_is_caught() {
        caught(
                PermissionRules::problems,
                MESH,
                "        - /quotes",
                "        - /offerings",
                "order-service answers nothing at /offerings");
    }

    @Test
    void a_default_that_lets_everything_through_is_caught() {
        caught(
                PermissionRules::problems,
                MESH,
                "  name: allow-nothing",
                "  name: allow-something",
                "What no policy names is allowed");
        caught(
                ReachRules::problems,
                MESH,
                "  name: nothing",
                "  name: something",
                "What no policy names is let through");
    }

    @Test
    void a_network_policy_or_sidecar_beside_the_code_is_caught() {
        caught(
                ReachRules::problems,
                MESH,
                "          - order-service\n          - delivery-service\n          - gateway\n",
                "          - order-service\n          - payment-service\n          - gateway\n",
                "city-service lets in");
        caught(
                ReachRules::problems,
                MESH,
                "    - ./city-service.gofood.svc.cluster.local\n",
                "",
                "the sidecar of order-service knows");
    }
}
