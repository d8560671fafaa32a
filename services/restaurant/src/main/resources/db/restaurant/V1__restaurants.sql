CREATE TABLE restaurant (
    restaurant_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                text        NOT NULL,
    description         text,
    cuisine             text        NOT NULL,
    -- the cuisine's single names in plain letters: {coffee shop,pizza}
    cuisines            text[]      NOT NULL,
    lat                 float8      NOT NULL,
    lon                 float8      NOT NULL,
    address             text        NOT NULL,
    phone               text,
    preparation_minutes int         NOT NULL,
    -- amounts are thousandths of the currency's main unit
    minimum_order       bigint      NOT NULL,
    -- as on the wire
    hours               jsonb       NOT NULL,
    -- how the kitchen lets itself be driven; a pause in the past is none
    paused_until        timestamptz,
    extra_minutes       int         NOT NULL DEFAULT 0,
    slot_capacity       int         NOT NULL,
    -- the names of the menu's sections, in their order
    sections            text[]      NOT NULL,
    -- of the whole menu: grows with each change of anything that the menu shows
    version             int         NOT NULL DEFAULT 0,
    -- the stars that its customers gave, and how many gave some; no part of the version
    rating_sum          int         NOT NULL DEFAULT 0,
    rating_count        int         NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL DEFAULT now()
);
-- those around a point, without looking at the rows themselves
CREATE INDEX restaurant_place ON restaurant USING gist (point(lon, lat)) INCLUDE (lat, lon);
CREATE INDEX restaurant_cuisines ON restaurant USING gin (cuisines);

-- Every word of the name, the cuisine and the dishes, in plain letters. Apart from the restaurant,
-- since it is large and only looked into, never read.
CREATE TABLE restaurant_words (
    restaurant_id bigint PRIMARY KEY REFERENCES restaurant,
    words         tsvector NOT NULL
);
CREATE INDEX restaurant_words_search ON restaurant_words USING gin (words);

CREATE TABLE dish (
    item_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restaurant_id  bigint  NOT NULL REFERENCES restaurant,
    section        text    NOT NULL,
    name           text    NOT NULL,
    description    text    NOT NULL,
    price          bigint  NOT NULL CHECK (price >= 0),
    tax_class      text    NOT NULL,
    available      boolean NOT NULL,
    sold_out_until timestamptz,
    allergens      jsonb   NOT NULL,
    -- option groups as on the wire, and the last number that was given to one of them
    choices        jsonb   NOT NULL
);
CREATE INDEX dish_of_restaurant ON dish (restaurant_id, item_id);
