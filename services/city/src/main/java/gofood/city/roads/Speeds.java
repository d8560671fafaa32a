package gofood.city.roads;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.FerrySpeed;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.Smoothness;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.routing.util.parsers.BikeAccessParser;
import com.graphhopper.routing.util.parsers.BikeAverageSpeedParser;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.routing.util.parsers.CarAverageSpeedParser;
import com.graphhopper.routing.util.parsers.FootAccessParser;
import com.graphhopper.routing.util.parsers.FootAverageSpeedParser;
import com.graphhopper.routing.util.parsers.OSMRoadClassParser;
import com.graphhopper.routing.util.parsers.OSMRoundaboutParser;
import com.graphhopper.routing.util.parsers.OSMSmoothnessParser;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PMap;
import gofood.contracts.Vehicle;
import java.util.Locale;

/// Who may use a street, and how fast they are on it. What OpenStreetMap's tags mean is
/// GraphHopper's knowledge; what a courier's vehicle is, is said here.
final class Speeds {
    private static final double SCOOTER_KMH = 45;
    private static final double MILLIS_PER_METRE_AT_1_KMH = 3600;

    /// What is stored with each edge of the graph.
    static final EncodingManager STORED = stored();

    private static final EnumEncodedValue<RoadClass> CLASS =
            STORED.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);

    private final Vehicle vehicle;
    private final BooleanEncodedValue access;
    private final DecimalEncodedValue kmh;

    Speeds(Vehicle vehicle) {
        this.vehicle = vehicle;
        var kind =
                switch (vehicle) {
                    case BICYCLE -> "bike";
                    case SCOOTER, CAR -> "car";
                    case FOOT -> "foot";
                };
        access = STORED.getBooleanEncodedValue(VehicleAccess.key(kind));
        kmh = STORED.getDecimalEncodedValue(VehicleSpeed.key(kind));
    }

    private static EncodingManager stored() {
        var values =
                EncodingManager.start()
                        .add(Roundabout.create())
                        .add(RoadClass.create())
                        .add(Smoothness.create())
                        .add(FerrySpeed.create())
                        .add(VehicleAccess.create("bike"))
                        .add(VehicleSpeed.create("bike", 4, 2, false))
                        .add(VehicleAccess.create("car"))
                        .add(VehicleSpeed.create("car", 7, 2, true))
                        .add(VehicleAccess.create("foot"))
                        .add(VehicleSpeed.create("foot", 4, 1, false));
        for (var vehicle : Vehicle.values()) values.add(Subnetwork.create(name(vehicle)));
        return values.build();
    }

    /// Fills in what is stored, from a way's tags.
    ///
    /// @param eachWay told of every piece of street
    static OSMParsers parsers(Runnable eachWay) {
        return new OSMParsers()
                .addWayTagParser(
                        (int _, EdgeIntAccess _, ReaderWay _, com.graphhopper.storage.IntsRef _) ->
                                eachWay.run())
                .addWayTagParser(
                        new OSMRoundaboutParser(STORED.getBooleanEncodedValue(Roundabout.KEY)))
                .addWayTagParser(new OSMRoadClassParser(CLASS))
                .addWayTagParser(
                        new OSMSmoothnessParser(
                                STORED.getEnumEncodedValue(Smoothness.KEY, Smoothness.class)))
                .addWayTagParser(new BikeAccessParser(STORED, new PMap()))
                .addWayTagParser(new BikeAverageSpeedParser(STORED))
                .addWayTagParser(new CarAccessParser(STORED, new PMap()))
                .addWayTagParser(new CarAverageSpeedParser(STORED))
                .addWayTagParser(new FootAccessParser(STORED, new PMap()))
                .addWayTagParser(new FootAverageSpeedParser(STORED));
    }

    static String name(Vehicle vehicle) {
        return vehicle.name().toLowerCase(Locale.ROOT);
    }

    /// The edges that hang together with no others, or with too few.
    static BooleanEncodedValue island(Vehicle vehicle) {
        return STORED.getBooleanEncodedValue(Subnetwork.key(name(vehicle)));
    }

    /// Whether one may be there at all.
    boolean mayUse(EdgeIteratorState edge) {
        return millis(edge, false) < Double.POSITIVE_INFINITY
                || millis(edge, true) < Double.POSITIVE_INFINITY;
    }

    /// Whether one doesn't get away from there.
    boolean isCutOff(EdgeIteratorState edge) {
        return edge.get(island(vehicle));
    }

    /// How long the whole edge takes; infinite where this vehicle may not go.
    ///
    /// @param reverse against the direction of the edge
    double millis(EdgeIteratorState edge, boolean reverse) {
        if (!(reverse ? edge.getReverse(access) : edge.get(access)) || isClosed(edge.get(CLASS)))
            return Double.POSITIVE_INFINITY;
        var stored = reverse ? edge.getReverse(kmh) : edge.get(kmh);
        var speed = vehicle == Vehicle.SCOOTER ? Math.min(SCOOTER_KMH, stored) : stored;
        if (speed == 0) return Double.POSITIVE_INFINITY;
        return Math.round(edge.getDistance() * MILLIS_PER_METRE_AT_1_KMH / speed);
    }

    /// Nobody carries a bicycle with a full bag up the stairs, and a scooter is too slow for a
    /// motorway.
    private boolean isClosed(RoadClass road) {
        return switch (vehicle) {
            case BICYCLE -> road == RoadClass.STEPS;
            case SCOOTER -> road == RoadClass.MOTORWAY;
            case CAR, FOOT -> false;
        };
    }
}
