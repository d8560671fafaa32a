package gofood.deploy;

import static gofood.deploy.Breakage.CANARY;
import static gofood.deploy.Breakage.MESH;
import static gofood.deploy.Breakage.caught;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The checks of routes and permissions, checked: each thing that may go wrong, done wrong on
/// purpose.
class BrokenMeshTest {
    @BeforeAll
    static void kubectl() {
        assumeTrue(Kustomize.missing().isEmpty(), Kustomize.missing());
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
