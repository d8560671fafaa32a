package gofood.app;

/// One of the processes of a service: `order`, `order-2`.
///
/// @param number from 1
public record Replica(String service, int number) {
    public static Replica first(String service) {
        return new Replica(service, 1);
    }

    /// What it is called in logs and lists.
    @Override
    public String toString() {
        return number == 1 ? service : service + "-" + number;
    }
}
