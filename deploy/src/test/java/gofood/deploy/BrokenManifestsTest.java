package gofood.deploy;

import static gofood.deploy.Breakage.CANARY;
import static gofood.deploy.Breakage.MESH;
import static gofood.deploy.Breakage.caught;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The checks of what runs, checked: each thing that may go wrong, done wrong on purpose.
class BrokenManifestsTest {
    @BeforeAll
    static void kubectl() {
        assumeTrue(Kustomize.missing().isEmpty(), Kustomize.missing());
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
    void an_image_of_another_name_or_user_is_caught() {
        caught(
                WorkloadRules::problems,
                MESH,
                "image: user-service:",
                "image: users:",
                "Deployment user-service has the image users:latest");
        caught(
                WorkloadRules::problems,
                MESH,
                "runAsUser: 10001",
                "runAsUser: 20002",
                "Deployment user-service isn't the image's user 20002");
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
    void a_database_without_a_backup_is_caught() {
        caught(
                BackupRules::problems,
                "production",
                "  cluster:\n    name: order-database",
                "  cluster:\n    name: orders-database",
                "Cluster order-database is backed up by 0 schedules");
        caught(
                BackupRules::problems,
                "production",
                "barmanObjectName: backups",
                "barmanObjectName: backup",
                "there is no store backup");
        caught(
                BackupRules::problems,
                "production",
                "isWALArchiver: true",
                "isWALArchiver: false",
                "keeps no changes");
        // the fields of a crontab are five
        caught(
                StrictModels::problems,
                "production",
                "schedule: 0 0 3 * * *",
                "schedule: 0 3 * * *",
                "is not six fields");
    }
}
