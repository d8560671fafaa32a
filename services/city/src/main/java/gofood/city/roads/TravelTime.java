package gofood.city.roads;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/// GraphHopper's view of [Speeds]: what is best is what is quickest, and turns cost nothing. The
/// unit is the second.
record TravelTime(Speeds speeds) implements Weighting {
    private static final double QUICKEST_METRES_PER_SECOND = 70;

    @Override
    public double calcMinWeightPerDistance() {
        return 1 / QUICKEST_METRES_PER_SECOND;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return speeds.millis(edge, reverse) / 1000;
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return (long) speeds.millis(edge, reverse);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public boolean hasTurnCosts() {
        return false;
    }

    @Override
    public String getName() {
        return "travel_time";
    }
}
