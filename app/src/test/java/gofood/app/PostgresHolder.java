package gofood.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Runs in a process of its own, to be killed: starts PostgreSQL in a folder and waits.
final class PostgresHolder {
    private PostgresHolder() {}

    public static void main(String[] args) throws Exception {
        var data = DataFolder.open(Path.of(args[0]));
        var postgres = Scratch.postgres(data);
        System.out.println(postgres.port() > 0 ? "started" : "");
        new CountDownLatch(1).await();
    }
}
