package gofood.city;

import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import gofood.city.CityData.Door;
import gofood.city.CityData.Eatery;
import gofood.city.CityData.Landmark;
import gofood.city.CityData.StreetPiece;
import gofood.city.CityData.Town;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads an OpenStreetMap extract: nodes come first, then the ways that are made of them, then the
/// relations that are made of those. A quick look at the relations before tells which ways are
/// boundaries.
final class ExtractReader {
    /// Raise it when the same file would be read differently.
    static final int VERSION = 3;

    private static final Set<String> EATING =
            Set.of("restaurant", "fast_food", "cafe", "bar", "pub", "ice_cream");

    /// Ways that nobody lives on.
    private static final Set<String> NO_STREETS =
            Set.of("construction", "proposed", "corridor", "platform", "raceway", "elevator");

    private static final List<String> WITH_A_DOOR =
            List.of("building", "tourism", "amenity", "shop", "office", "leisure", "healthcare");

    /// The smallest first.
    private static final List<String> SETTLEMENTS = List.of("hamlet", "village", "town", "city");

    private static final Set<String> QUARTERS =
            Set.of("suburb", "quarter", "neighbourhood", "square", "locality");

    private static final String BORDERS = "looking for the city's boundary";
    private static final String ADDRESSES = "reading the addresses";
    private static final double[][] NO_LINE = {};

    private final Extract extract;
    private final Progress progress;
    private final AtomicLong seen = new AtomicLong();

    /// The ways that boundaries are made of, by id.
    private final LongObjectHashMap<double[][]> borders = new LongObjectHashMap<>();

    private final List<Territories.Boundary> territories = new ArrayList<>();
    private final List<Town> towns = new ArrayList<>();
    private final LongLongHashMap nodes = new LongLongHashMap();
    private final LongLongHashMap wayCentres = new LongLongHashMap();
    private final List<Eatery> eateries = new ArrayList<>();
    private final List<Door> doors = new ArrayList<>();
    private final List<StreetPiece> streets = new ArrayList<>();
    private final List<Landmark> landmarks = new ArrayList<>();

    private ExtractReader(Extract extract, Progress progress) {
        this.extract = extract;
        this.progress = progress;
    }

    /// @param patience how long it may stand still: the library's own threads may die, and it would
    ///   then wait for ever
    /// @throws IllegalStateException with a sentence for people, when it can't be read to its end
    static CityData read(Extract extract, Duration patience, Progress progress) {
        var reader = new ExtractReader(extract, progress);
        var reading = new FutureTask<>(reader::readAll);
        Thread.ofPlatform().daemon().name("map").start(reading);
        try {
            var city = reader.waitFor(reading, patience);
            if (city.streets().isEmpty())
                throw new IllegalStateException(
                        "The map file %s has no street with a name. Use an extract of a city."
                                .formatted(extract.name()));
            return city;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(
                    "The map file %s can't be read: it is no OpenStreetMap extract (.osm.pbf), or"
                                    .formatted(extract.name())
                            + " it is damaged. Download it again.",
                    e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "The map file %s can't be read: nothing came out of it for %d s. It is damaged,"
                                    .formatted(extract.name(), patience.toSeconds())
                            + " or the disk is very slow (CITY_READ_SECONDS).",
                    e);
        } finally {
            reading.cancel(true);
        }
    }

    /// A large file takes long, but something always comes.
    private CityData waitFor(FutureTask<CityData> reading, Duration patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            var before = seen.get();
            try {
                return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (seen.get() == before) throw e;
            }
        }
    }

    private CityData readAll() throws IOException, XMLStreamException {
        try (var in = open()) {
            for (var element = next(in, BORDERS); element != null; element = next(in, BORDERS))
                if (element instanceof ReaderRelation relation && isTerritory(relation))
                    for (var member : relation.getMembers())
                        if (member.getType() == ReaderElement.Type.WAY)
                            borders.put(member.getRef(), NO_LINE);
        }
        seen.set(0);
        try (var in = open()) {
            readAll(in);
        }
        // only now: closing is what tells of a file that ends too early
        return new CityData(
                eateries,
                doors,
                streets,
                landmarks,
                Territories.weighed(territories, towns),
                towns);
    }

    private OSMInputFile open() throws IOException, XMLStreamException {
        return new OSMInputFile(extract.file().toFile()).setWorkerThreads(1).open();
    }

    private @Nullable ReaderElement next(OSMInputFile in, String what) throws XMLStreamException {
        progress.at(what, seen.incrementAndGet() / (double) Math.max(1, extract.elements()));
        return in.getNext();
    }

    private void readAll(OSMInputFile in) throws XMLStreamException {
        for (var element = next(in, ADDRESSES); element != null; element = next(in, ADDRESSES)) {
            switch (element) {
                case ReaderNode node -> {
                    var at = pack(node.getLat(), node.getLon());
                    nodes.put(node.getId(), at);
                    if (!node.hasTags()) continue;
                    point(node, "node/", at);
                    town(node);
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
        if (borders.containsKey(way.getId())) borders.put(way.getId(), line);
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

    private void town(ReaderNode node) {
        var name = text(node, "name");
        String place = node.getTag("place");
        if (name == null || place == null) return;
        var rank = SETTLEMENTS.indexOf(place);
        var people = text(node, "population");
        var count = people != null && people.matches("\\d{1,9}") ? Long.parseLong(people) : 0;
        if (rank >= 0)
            towns.add(
                    new Town(
                            "node/" + node.getId(),
                            name,
                            node.getLat(),
                            node.getLon(),
                            Town.weight(rank, count)));
    }

    private static boolean isTerritory(ReaderRelation relation) {
        return relation.hasTag("boundary", "administrative") && relation.hasTag("name");
    }

    private void relation(ReaderRelation relation) {
        var territory = text(relation, "name");
        if (territory != null && isTerritory(relation)) {
            var lines = new ArrayList<double[][]>();
            for (var member : relation.getMembers())
                if (member.getType() == ReaderElement.Type.WAY)
                    lines.add(borders.getOrDefault(member.getRef(), NO_LINE));
            Territories.boundary("relation/" + relation.getId(), territory, lines)
                    .ifPresent(territories::add);
        }
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
