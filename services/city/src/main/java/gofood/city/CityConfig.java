package gofood.city;

import gofood.platform.run.Env;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// @param extract an OpenStreetMap extract, `.osm.pbf` (`CITY_EXTRACT`); without it the demo city
/// @param outsideMetres what is farther than this from all that the map knows is not in the city
///   (`CITY_OUTSIDE_METRES`)
/// @param patience how long reading the extract may take (`CITY_READ_SECONDS`)
record CityConfig(Optional<Path> extract, int outsideMetres, Duration patience) {
    static CityConfig from(Env env) {
        return new CityConfig(
                env.find("CITY_EXTRACT").map(Path::of),
                env.number("CITY_OUTSIDE_METRES", 1000),
                env.seconds("CITY_READ_SECONDS", 300));
    }
}
