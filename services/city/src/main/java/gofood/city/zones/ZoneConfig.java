package gofood.city.zones;

import gofood.platform.run.Env;
import java.time.Duration;

/// @param reach a bicycle's way, how far a kitchen delivers that has not said anything
///   (`CITY_REACH_MINUTES`, 1 to 60, default 20)
public record ZoneConfig(Duration reach) {
    public static ZoneConfig from(Env env) {
        var minutes = env.number("CITY_REACH_MINUTES", 20);
        if (minutes < 1 || minutes > 60)
            throw new IllegalStateException(
                    "The setting CITY_REACH_MINUTES must be 1 to 60, not %d.".formatted(minutes));
        return new ZoneConfig(Duration.ofMinutes(minutes));
    }
}
