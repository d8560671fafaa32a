package gofood.deploy;

/// The `ObjectStore` of CloudNativePG's Barman Cloud plugin, as far as we use it.
record BackupStore(String apiVersion, String kind, DatabaseCluster.Meta metadata, Spec spec) {
    record Spec(String retentionPolicy, Configuration configuration) {
        Spec {
            if (!retentionPolicy.matches("[1-9]\\d*[dwm]"))
                throw new IllegalArgumentException(
                        retentionPolicy + " is no time to keep a backup");
        }
    }

    record Configuration(
            String destinationPath,
            String endpointURL,
            Credentials s3Credentials,
            Packing wal,
            Packing data) {}

    record Credentials(Key accessKeyId, Key secretAccessKey) {}

    record Key(String name, String key) {}

    record Packing(Compression compression) {}

    /// What both the log and the base backup can be packed with.
    enum Compression {
        bzip2,
        gzip,
        snappy
    }
}
