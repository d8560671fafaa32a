package gofood.platform.run;

/// A deployable of goFOOD.
public interface Service {
    /// The name in addresses and settings: `order` listens on `ORDER_PORT` and stores in
    /// `ORDER_DATABASE_URL`.
    String name();

    /// Starts it and returns when it answers.
    Running start(Env env);
}
