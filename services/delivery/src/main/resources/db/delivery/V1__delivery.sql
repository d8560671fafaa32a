-- Couriers, the rides they bring, and the offers between them.

-- The position is the latest only; it is forgotten when the shift ends.
CREATE TABLE courier (
    courier_id bigint PRIMARY KEY,
    name       text    NOT NULL,
    vehicle    text    NOT NULL,
    online     boolean NOT NULL DEFAULT false,
    lat        double precision,
    lon        double precision,
    seen_at    timestamptz,               -- by the courier's clock, when they were there
    missed     int     NOT NULL DEFAULT 0, -- offers in a row that ran out unanswered
    offer_changes bigint NOT NULL DEFAULT 0 -- how often an offer of theirs has changed
);
-- When couriers last looked for offers, by our clock. Apart from the courier's row, which dispatch
-- passes over while somebody else holds it.
CREATE TABLE courier_heard (
    courier_id bigint PRIMARY KEY REFERENCES courier,
    at         timestamptz NOT NULL
);
CREATE INDEX courier_online ON courier (online, courier_id);

CREATE TABLE delivery (
    delivery_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id        bigint NOT NULL UNIQUE,
    customer_id     bigint NOT NULL,
    restaurant_id   bigint NOT NULL,
    restaurant_name text   NOT NULL,
    pickup          jsonb  NOT NULL,
    dropoff         jsonb  NOT NULL,
    pin             text   NOT NULL,
    pin_failures    int    NOT NULL DEFAULT 0,
    fee             bigint NOT NULL,
    ready_at        timestamptz,             -- null until the kitchen has said yes
    looking_since   timestamptz,             -- since when a courier is needed and missing
    status          text   NOT NULL DEFAULT 'WAITING',
    courier_id      bigint REFERENCES courier, -- who was asked, or who has it
    created_at      timestamptz NOT NULL,
    timeline        jsonb  NOT NULL,
    CHECK (status <> 'WAITING' OR courier_id IS NULL),
    CHECK (status IN ('WAITING', 'CANCELLED') OR courier_id IS NOT NULL)
);
-- A courier is asked for one ride, or has one, never two; a row has one courier_id, so a ride never
-- has two couriers.
CREATE UNIQUE INDEX courier_has_one_ride ON delivery (courier_id)
    WHERE status IN ('OFFERED', 'ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR');
CREATE INDEX delivery_of_courier ON delivery (courier_id, delivery_id);
CREATE INDEX delivery_of_customer ON delivery (customer_id, delivery_id);
CREATE INDEX delivery_of_status ON delivery (status, delivery_id);
CREATE INDEX delivery_waiting ON delivery (ready_at) WHERE status = 'WAITING';

CREATE TABLE offer (
    offer_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id     bigint NOT NULL REFERENCES delivery,
    courier_id      bigint NOT NULL REFERENCES courier,
    status          text   NOT NULL,
    distance_metres bigint NOT NULL,
    pay             bigint NOT NULL,
    expires_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    -- the number of its latest change among those of its courier's offers, for the live stream
    change          bigint NOT NULL
);
CREATE UNIQUE INDEX offer_open_of_courier ON offer (courier_id) WHERE status = 'OPEN';
CREATE UNIQUE INDEX offer_open_of_delivery ON offer (delivery_id) WHERE status = 'OPEN';
CREATE INDEX offer_of_delivery ON offer (delivery_id, courier_id);
CREATE INDEX offer_news ON offer (courier_id, change);
