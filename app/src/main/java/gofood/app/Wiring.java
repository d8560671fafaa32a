package gofood.app;

/// Where on this machine one finds another: directly, or through something in between, such as a
/// proxy that plays a broken network.
public interface Wiring {
    /// The callee's name for the database server.
    String POSTGRES = "postgres";

    Wiring DIRECT = (_, _, port) -> port;

    /// @param callee a replica's name, or [#POSTGRES]
    /// @param port where the callee listens
    /// @return where the caller is told that it does
    int port(Replica caller, String callee, int port);
}
