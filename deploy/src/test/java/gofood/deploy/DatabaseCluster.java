package gofood.deploy;

import java.util.List;
import java.util.Map;

/// CloudNativePG's `Cluster`, as far as we use it: nobody publishes its model for Java.
record DatabaseCluster(String apiVersion, String kind, Meta metadata, Spec spec) {
    record Meta(String name, String namespace, Map<String, String> labels) {}

    record Spec(
            int instances,
            int minSyncReplicas,
            int maxSyncReplicas,
            Catalog imageCatalogRef,
            Bootstrap bootstrap,
            List<Plugin> plugins,
            Storage storage,
            Storage walStorage,
            Postgresql postgresql,
            Resources resources,
            Inherited inheritedMetadata) {}

    record Catalog(String apiGroup, String kind, String name, int major) {}

    record Bootstrap(Initdb initdb) {}

    record Initdb(String database, String owner) {}

    record Plugin(String name, boolean isWALArchiver, Map<String, String> parameters) {}

    record Storage(String size) {}

    record Postgresql(Map<String, String> parameters, List<String> pg_hba) {}

    record Resources(Map<String, String> requests, Map<String, String> limits) {}

    record Inherited(Map<String, String> labels) {}
}
