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
