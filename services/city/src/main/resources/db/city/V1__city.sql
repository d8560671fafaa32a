-- What was read from the map file, so that it needn't be read again at each start.

-- Which file that was; at most one row.
CREATE TABLE extract (
    single   boolean     PRIMARY KEY DEFAULT true CHECK (single),
    name     text        NOT NULL,
    checksum text        NOT NULL,
    -- the version of the code that read it: a newer one reads it anew
    reader   int         NOT NULL,
    read_at  timestamptz NOT NULL DEFAULT now()
);

-- Places to eat.
CREATE TABLE eatery (
    osm_id        text PRIMARY KEY,
    name          text   NOT NULL,
    kind          text   NOT NULL,
    cuisine       text,
    lat           float8 NOT NULL,
    lon           float8 NOT NULL,
    house_number  text,
    street        text,
    opening_hours text,
    phone         text
);

-- Everything with a house number; several may share one.
CREATE TABLE door (
    osm_id       text PRIMARY KEY,
    lat          float8 NOT NULL,
    lon          float8 NOT NULL,
    house_number text   NOT NULL,
    street       text
);

-- A street is the pieces of one name; a line is a list of [lat, lon].
CREATE TABLE street_piece (
    osm_id text PRIMARY KEY,
    name   text  NOT NULL,
    line   jsonb NOT NULL
);

-- Everything else by whose name people say where they are: hotels, residences, stations, quarters.
CREATE TABLE landmark (
    osm_id       text PRIMARY KEY,
    name         text    NOT NULL,
    lat          float8  NOT NULL,
    lon          float8  NOT NULL,
    precise      boolean NOT NULL,
    house_number text,
    street       text
);

-- Cities, towns and other administrative areas that lie completely in the extract.
CREATE TABLE territory (
    osm_id text PRIMARY KEY,
    name   text   NOT NULL,
    -- the higher the larger a place it is, 0 for what is no settlement
    weight bigint NOT NULL,
    -- well-known text, longitude and latitude
    area   text   NOT NULL
);

-- Cities, towns, villages and hamlets, as points.
CREATE TABLE town (
    osm_id text PRIMARY KEY,
    name   text   NOT NULL,
    lat    float8 NOT NULL,
    lon    float8 NOT NULL,
    -- the higher the larger
    weight bigint NOT NULL
);

-- Where restaurants deliver that have said so; the others have the usual reach.
CREATE TABLE zone (
    restaurant_id bigint PRIMARY KEY,
    -- of a bicycle's way
    minutes       int CHECK (minutes BETWEEN 1 AND 60),
    -- GeoJSON
    area          jsonb,
    changed_at    timestamptz NOT NULL DEFAULT now(),
    CHECK ((minutes IS NULL) <> (area IS NULL))
);

-- An operator shrinks or pauses zones. One that is over is kept, and counts no more.
CREATE TABLE zone_restriction (
    restriction_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    -- null for the whole city
    restaurant_ids bigint[],
    everywhere     boolean     GENERATED ALWAYS AS (restaurant_ids IS NULL) STORED,
    -- of the usual reach; 0 pauses
    percent        int         NOT NULL CHECK (percent BETWEEN 0 AND 90),
    reason         text        NOT NULL,
    set_by         text        NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL
);
CREATE INDEX ON zone_restriction (ends_at);
