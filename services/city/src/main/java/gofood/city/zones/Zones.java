package gofood.city.zones;

import gofood.contracts.CityApi.Area;
import gofood.contracts.CityApi.NewRestriction;
import gofood.contracts.CityApi.NewZone;
import gofood.contracts.CityApi.Restriction;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Storage of zones and of their restrictions.
final class Zones {
    private final Duration usual;

    /// @param usual how far a kitchen delivers that has not said anything
    Zones(Duration usual) {
        this.usual = usual;
    }

    /// The reach of each of these.
    Map<Long, Reach> of(Tx tx, Collection<Long> restaurants) {
        var reaches = new HashMap<Long, Reach>();
        for (var id : restaurants) reaches.put(id, new Reach(usual, Optional.empty()));
        tx.list(
                        """
                        SELECT restaurant_id, minutes, area FROM zone
                         WHERE restaurant_id = ANY(?)
                        """,
                        row -> Map.entry(row.number("restaurant_id"), reach(row)),
                        (Object) restaurants.toArray(Long[]::new))
                .forEach(known -> reaches.put(known.getKey(), known.getValue()));
        return reaches;
    }

    private Reach reach(Row row) {
        var minutes = row.findNumber("minutes");
        return new Reach(
                minutes == null ? usual : Duration.ofMinutes(minutes),
                Optional.ofNullable(row.findJson("area", Area.class)));
    }

    void put(Tx tx, long restaurantId, NewZone zone) {
        tx.update(
                """
                INSERT INTO zone (restaurant_id, minutes, area) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (restaurant_id) DO UPDATE
                    SET minutes = excluded.minutes, area = excluded.area, changed_at = now()
                """,
                restaurantId,
                zone.minutes(),
                json(zone.area()));
    }

    private static @Nullable String json(@Nullable Area area) {
        return area == null ? null : Tx.json(area);
    }

    void remove(Tx tx, long restaurantId) {
        tx.update("DELETE FROM zone WHERE restaurant_id = ?", restaurantId);
    }

    Restriction restrict(Tx tx, NewRestriction asked, String by, Instant now) {
        var until = now.plus(Duration.ofMinutes(asked.minutes()));
        return tx.one(
                """
                INSERT INTO zone_restriction
                    (restaurant_ids, percent, reason, set_by, starts_at, ends_at)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING *
                """,
                Zones::restriction,
                asked.restaurantIds() == null
                        ? null
                        : new TreeSet<>(asked.restaurantIds()).toArray(Long[]::new),
                asked.percent(),
                asked.reason().strip(),
                by,
                now,
                until);
    }

    /// Those in force. Nothing has to end them: what is over is not found any more.
    List<Restriction> inForce(Tx tx, Instant now) {
        return tx.list(
                """
                SELECT * FROM zone_restriction WHERE ends_at > ?
                 ORDER BY percent, ends_at DESC, restriction_id
                """,
                Zones::restriction,
                now);
    }

    /// @return whether it was in force
    boolean lift(Tx tx, long restrictionId, Instant now) {
        return tx.update(
                        """
                        UPDATE zone_restriction SET ends_at = ?
                         WHERE restriction_id = ? AND ends_at > ?
                        """,
                        now,
                        restrictionId,
                        now)
                > 0;
    }

    private static Restriction restriction(Row row) {
        return new Restriction(
                row.number("restriction_id"),
                row.flag("everywhere")
                        ? null
                        : new TreeSet<>(Arrays.asList(row.numbers("restaurant_ids"))),
                row.integer("percent"),
                row.text("reason"),
                row.text("set_by"),
                row.instant("starts_at"),
                row.instant("ends_at"));
    }

    /// The one that counts for this restaurant: the strictest.
    static Optional<Restriction> strictest(List<Restriction> inForce, long restaurantId) {
        return inForce.stream()
                .filter(it -> concerns(it.restaurantIds(), restaurantId))
                .findFirst();
    }

    private static boolean concerns(@Nullable Set<Long> restaurants, long id) {
        return restaurants == null || restaurants.contains(id);
    }
}
