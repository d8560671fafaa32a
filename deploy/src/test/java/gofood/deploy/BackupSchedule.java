package gofood.deploy;

/// CloudNativePG's `ScheduledBackup`, as far as we use it.
record BackupSchedule(String apiVersion, String kind, DatabaseCluster.Meta metadata, Spec spec) {
    enum Owner {
        none,
        self,
        cluster
    }

    enum Method {
        barmanObjectStore,
        volumeSnapshot,
        plugin
    }

    record Spec(
            String schedule,
            boolean immediate,
            Owner backupOwnerReference,
            Named cluster,
            Method method,
            Named pluginConfiguration) {
        /// Seconds come first, unlike in a crontab: five fields would be another moment.
        Spec {
            if (!schedule.matches("\\S+( \\S+){5}"))
                throw new IllegalArgumentException(schedule + " is not six fields");
        }
    }

    record Named(String name) {}
}
