package gofood.city;

import com.carrotsearch.hppc.LongLongHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import gofood.city.CityData.Door;
import gofood.city.CityData.Eatery;
import gofood.city.CityData.Landmark;
import gofood.city.CityData.StreetPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads an OpenStreetMap extract in one pass: nodes come first, then the ways that are made of
/// them, then the relations that are made of those.
final class ExtractReader {
    /// Raise it when the same file would be read differently.
    static final int VERSION = 1;

    private static final Set<String> EATING =
            Set.of("restaurant", "fast_food", "cafe", "bar", "pub", "ice_cream");

    /// Ways that nobody lives on.
    private static final Set<String> NO_STREETS =
            Set.of("construction", "proposed", "corridor", "platform", "raceway", "elevator");

    private static final List<String> WITH_A_DOOR =
            List.of("building", "tourism", "amenity", "shop", "office", "leisure", "healthcare");
    private static final Set<String> QUARTERS =
            Set.of("suburb", "quarter", "neighbourhood", "square", "locality");

    private final LongLongHashMap nodes = new LongLongHashMap();
    private final LongLongHashMap wayCentres = new LongLongHashMap();
    private final List<Eatery> eateries = new ArrayList<>();
    private final List<Door> doors = new ArrayList<>();
    private final List<StreetPiece> streets = new ArrayList<>();
    private final List<Landmark> landmarks = new ArrayList<>();

    private ExtractReader() {}

    /// @param name how the file is called in messages
    /// @param patience the library's own threads may die, and it would then wait for ever
    /// @throws IllegalStateException with a sentence for people, when it can't be read to its end
    static CityData read(Path file, String name, Duration patience) {
        var reader = new ExtractReader();
        var reading = new FutureTask<>(() -> reader.readAll(file));
        Thread.ofPlatform().daemon().name("map").start(reading);
        try {
            if (reading.get(patience.toSeconds(), TimeUnit.SECONDS).streets().isEmpty())
                throw new IllegalStateException(
                        "The map file %s has no street with a name. Use an extract of a city."
                                .formatted(name));
            return reading.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(
                    "The map file %s can't be read: it is no OpenStreetMap extract (.osm.pbf), or"
                                    .formatted(name)
                            + " it is damaged. Download it again.",
                    e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "The map file %s could not be read within %d s. Use a smaller extract, or raise"
                                    .formatted(name, patience.toSeconds())
                            + " CITY_READ_SECONDS.",
                    e);
        } finally {
            reading.cancel(true);
        }
    }

    private CityData readAll(Path file) throws IOException, XMLStreamException {
        try (var in = new OSMInputFile(file.toFile()).setWorkerThreads(1).open()) {
            readAll(in);
        }
        // only now: closing is what tells of a file that ends too early
        return new CityData(eateries, doors, streets, landmarks);
    }

    private void readAll(OSMInputFile in) throws XMLStreamException {
        for (var element = in.getNext(); element != null; element = in.getNext()) {
            switch (element) {
                case ReaderNode node -> {
                    var at = pack(node.getLat(), node.getLon());
                    nodes.put(node.getId(), at);
                    if (node.hasTags()) point(node, "node/", at);
                }
                case ReaderWay way -> way(way);
                case ReaderRelation relation -> relation(relation);
                default -> {} // the file's header
            }
        }
    }

    private void way(ReaderWay way) {
        var line = line(way);
        if (line.length == 0) return;
        var centre = centre(line);
        wayCentres.put(way.getId(), centre);
        var name = text(way, "name");
        var highway = text(way, "highway");
        if (highway == null) point(way, "way/", centre);
        else if (name != null && !NO_STREETS.contains(highway))
            streets.add(new StreetPiece("way/" + way.getId(), name, line));
    }

    /// The nodes that the extract has: at its edge ways are cut off.
    private double[][] line(ReaderWay way) {
        var line = new ArrayList<double[]>();
        for (var node : way.getNodes())
            if (nodes.containsKey(node.value)) line.add(unpack(nodes.get(node.value)));
        return line.toArray(double[][]::new);
    }

    private void relation(ReaderRelation relation) {
        if (!"multipolygon".equals(relation.getTag("type"))) return;
        var parts = new ArrayList<double[]>();
        for (var member : relation.getMembers())
            if (member.getType() == ReaderElement.Type.WAY
                    && wayCentres.containsKey(member.getRef()))
                parts.add(unpack(wayCentres.get(member.getRef())));
        if (!parts.isEmpty()) point(relation, "relation/", centre(parts.toArray(double[][]::new)));
    }

    private void point(ReaderElement element, String type, long at) {
        var id = type + element.getId();
        var lat = unpack(at)[0];
        var lon = unpack(at)[1];
        var number = text(element, "addr:housenumber");
        var street = text(element, "addr:street");
        if (number != null) doors.add(new Door(id, lat, lon, number, street));
        var name = text(element, "name");
        if (name == null) return;
        var amenity = text(element, "amenity");
        if (amenity != null && EATING.contains(amenity))
            eateries.add(
                    new Eatery(
                            id,
                            name,
                            amenity,
                            text(element, "cuisine"),
                            lat,
                            lon,
                            number,
                            street,
                            text(element, "opening_hours"),
                            phone(element)));
        else if (WITH_A_DOOR.stream().anyMatch(element::hasTag))
            landmarks.add(new Landmark(id, name, lat, lon, true, number, street));
        else if (isKnownSpot(element))
            landmarks.add(new Landmark(id, name, lat, lon, false, number, street));
    }

    /// Bus stops, stations, squares, quarters: people say them, and nobody opens there.
    private static boolean isKnownSpot(ReaderElement element) {
        var place = element.getTag("place");
        return element.hasTag("highway")
                || element.hasTag("railway", "station", "halt")
                || (place != null && QUARTERS.contains(place));
    }

    private static @Nullable String phone(ReaderElement element) {
        var phone = text(element, "phone");
        return phone == null ? text(element, "contact:phone") : phone;
    }

    /// A tag on one line, or null.
    private static @Nullable String text(ReaderElement element, String tag) {
        String value = element.getTag(tag);
        if (value == null) return null;
        var clean = value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.isEmpty() || clean.toLowerCase(Locale.ROOT).equals("no") ? null : clean;
    }

    private static long centre(double[][] line) {
        var closed = line.length > 1 && line[0][0] == line[line.length - 1][0];
        closed &= line[0][1] == line[line.length - 1][1];
        var count = closed ? line.length - 1 : line.length;
        double lat = 0;
        double lon = 0;
        for (int i = 0; i < count; i++) {
            lat += line[i][0];
            lon += line[i][1];
        }
        return pack(lat / count, lon / count);
    }

    /// Two coordinates in 1e-7 degrees, which is how exact OpenStreetMap is.
    private static long pack(double lat, double lon) {
        return (Math.round(lat * 1e7) << 32) | (Math.round(lon * 1e7) & 0xFFFF_FFFFL);
    }

    private static double[] unpack(long at) {
        return new double[] {(int) (at >> 32) / 1e7, (int) at / 1e7};
    }
}
