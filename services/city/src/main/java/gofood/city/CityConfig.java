package gofood.city;

import gofood.platform.run.Env;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// @param extract an OpenStreetMap extract, `.osm.pbf` (`CITY_EXTRACT`); without it the demo city
/// @param folder where is kept what was made from it (`CITY_FOLDER`); without it a temporary one
/// @param name which of the map's cities is served (`CITY_NAME`): its boundary decides; `*` for the
///   whole map; without it the largest that the map has completely
/// @param outsideMetres what is farther than this from every street is not in the city
///   (`CITY_OUTSIDE_METRES`, 1 to 5000, default 1000)
/// @param patience how long reading the extract may stand still (`CITY_READ_SECONDS`, default 60)
record CityConfig(
        Optional<Path> extract,
        Optional<Path> folder,
        Optional<String> name,
        int outsideMetres,
        Duration patience) {
    static CityConfig from(Env env) {
        var outside = env.number("CITY_OUTSIDE_METRES", 1000);
        if (outside < 1 || outside > 5000)
            throw new IllegalStateException(
                    "The setting CITY_OUTSIDE_METRES must be 1 to 5000, not %d."
                            .formatted(outside));
        return new CityConfig(
                env.find("CITY_EXTRACT").map(Path::of),
                env.find("CITY_FOLDER").map(Path::of),
                env.find("CITY_NAME"),
                outside,
                env.seconds("CITY_READ_SECONDS", 60));
    }
}
