package gofood.city;

import gofood.city.CityData.Door;
import gofood.city.CityData.Eatery;
import gofood.city.CityData.Landmark;
import gofood.city.CityData.StreetPiece;
import gofood.city.CityData.Territory;
import gofood.city.CityData.Town;
import gofood.platform.db.Tx;
import java.util.List;

/// Storage of what was read from a map file.
final class CityStore {
    private static final int ROWS_AT_ONCE = 2000;

    /// Whether this file was read already, by this version of the reader.
    boolean has(Tx tx, Extract extract) {
        return tx.find(
                        "SELECT name FROM extract WHERE checksum = ? AND reader = ?",
                        row -> row.text("name"),
                        extract.checksum(),
                        ExtractReader.VERSION)
                .isPresent();
    }

    /// One replica at a time from here to the end of the transaction.
    void lock(Tx tx) {
        tx.one(
                "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtext('city'))",
                row -> row.integer("locked"));
    }

    /// Puts this in place of what was there.
    void replace(Tx tx, Extract extract, CityData city) {
        for (var table :
                List.of(
                        "extract",
                        "eatery",
                        "door",
                        "street_piece",
                        "landmark",
                        "territory",
                        "town")) tx.update("DELETE FROM " + table);
        insert(
                tx,
                """
                INSERT INTO eatery SELECT * FROM jsonb_to_recordset(?::jsonb)
                    AS r (osm_id text, name text, kind text, cuisine text, lat float8, lon float8,
                          house_number text, street text, opening_hours text, phone text)
                """,
                city.eateries());
        insert(
                tx,
                """
                INSERT INTO door SELECT * FROM jsonb_to_recordset(?::jsonb)
                    AS r (osm_id text, lat float8, lon float8, house_number text, street text)
                """,
                city.doors());
        insert(
                tx,
                """
                INSERT INTO street_piece SELECT * FROM jsonb_to_recordset(?::jsonb)
                    AS r (osm_id text, name text, line jsonb)
                """,
                city.streets());
        insert(
                tx,
                """
                INSERT INTO landmark SELECT * FROM jsonb_to_recordset(?::jsonb)
                    AS r (osm_id text, name text, lat float8, lon float8, precise boolean,
                          house_number text, street text)
                """,
                city.landmarks());
        insert(
                tx,
                """
                INSERT INTO territory SELECT * FROM jsonb_to_recordset(?::jsonb)
                    AS r (osm_id text, name text, weight bigint, area text)
                """,
                city.territories());
        insert(
                tx,
                """
                INSERT INTO town SELECT * FROM jsonb_to_recordset(?::jsonb)
                    AS r (osm_id text, name text, lat float8, lon float8, weight bigint)
                """,
                city.towns());
        tx.update(
                "INSERT INTO extract (name, checksum, reader) VALUES (?, ?, ?)",
                extract.name(),
                extract.checksum(),
                ExtractReader.VERSION);
    }

    private static void insert(Tx tx, String sql, List<? extends Record> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE)
            tx.update(sql, Tx.json(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))));
    }

    CityData load(Tx tx) {
        return new CityData(
                tx.list(
                        "SELECT * FROM eatery ORDER BY osm_id",
                        row ->
                                new Eatery(
                                        row.text("osm_id"),
                                        row.text("name"),
                                        row.text("kind"),
                                        row.findText("cuisine"),
                                        row.decimal("lat"),
                                        row.decimal("lon"),
                                        row.findText("house_number"),
                                        row.findText("street"),
                                        row.findText("opening_hours"),
                                        row.findText("phone"))),
                tx.list(
                        "SELECT * FROM door ORDER BY osm_id",
                        row ->
                                new Door(
                                        row.text("osm_id"),
                                        row.decimal("lat"),
                                        row.decimal("lon"),
                                        row.text("house_number"),
                                        row.findText("street"))),
                tx.list(
                        "SELECT * FROM street_piece ORDER BY osm_id",
                        row ->
                                new StreetPiece(
                                        row.text("osm_id"),
                                        row.text("name"),
                                        row.json("line", double[][].class))),
                tx.list(
                        "SELECT * FROM landmark ORDER BY osm_id",
                        row ->
                                new Landmark(
                                        row.text("osm_id"),
                                        row.text("name"),
                                        row.decimal("lat"),
                                        row.decimal("lon"),
                                        row.flag("precise"),
                                        row.findText("house_number"),
                                        row.findText("street"))),
                tx.list(
                        "SELECT * FROM territory ORDER BY osm_id",
                        row ->
                                new Territory(
                                        row.text("osm_id"),
                                        row.text("name"),
                                        row.number("weight"),
                                        row.text("area"))),
                tx.list(
                        "SELECT * FROM town ORDER BY osm_id",
                        row ->
                                new Town(
                                        row.text("osm_id"),
                                        row.text("name"),
                                        row.decimal("lat"),
                                        row.decimal("lon"),
                                        row.number("weight"))));
    }
}
