-- Couriers, the rides they bring, the offers between them, and what was learned on the road.

CREATE TABLE courier (
    courier_id bigint PRIMARY KEY,
    name       text    NOT NULL,
    vehicle    text    NOT NULL,
    capacity   int     NOT NULL CHECK (capacity BETWEEN 1 AND 5), -- orders that fit into the bag
    online     boolean NOT NULL DEFAULT false,
    free_since timestamptz,               -- since when they are on shift without a ride
    missed     int     NOT NULL DEFAULT 0, -- offers in a row that ran out unanswered
    offer_changes bigint NOT NULL DEFAULT 0, -- how often an offer of theirs has changed
    -- the number of the change that took them off shift, unless it was their own word
    taken_off_change bigint,
    tour       jsonb   NOT NULL DEFAULT '[]', -- their stops in the order that was planned last
    stars      bigint  NOT NULL DEFAULT 0, -- all that customers gave them, together
    rated      int     NOT NULL DEFAULT 0  -- how many did
);
CREATE INDEX courier_online ON courier (online, courier_id);

-- The latest position only, no trail; forgotten when the shift ends, deleted when it is old. Apart
-- from the courier's row, which dispatch locks: many positions are written in one statement.
CREATE TABLE courier_position (
    courier_id bigint PRIMARY KEY REFERENCES courier,
    lat        double precision,
    lon        double precision,
    seen_at    timestamptz,          -- by the courier's clock, when they were there
    heard_at   timestamptz,          -- by our clock, when they last looked for offers
    stored_at  timestamptz NOT NULL
);
CREATE INDEX courier_position_news ON courier_position (stored_at);

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
    fee             bigint NOT NULL,         -- amounts in thousandths
    tip             bigint NOT NULL,
    cash_due        bigint,                  -- what the courier is to be given at the door
    pay             bigint,                  -- agreed with the courier; at the end, earned
    currency        text   NOT NULL,
    note            text,                    -- what the customer wrote with their order
    preparation_minutes int,                 -- as the order said
    confirmed_at    timestamptz,             -- when the kitchen said yes
    ready_at        timestamptz,             -- as the kitchen said; null until it has said yes
    delayed_at      timestamptz,             -- when it said that it needs longer
    delayed_to      timestamptz,             -- until when
    cooked_at       timestamptz,             -- when it said that the food is there
    not_before      timestamptz,             -- when it may be at the door at the earliest
    promised_at     timestamptz,             -- the latest that the customer was told
    looking_since   timestamptz,             -- since when a courier is needed and missing
    status          text   NOT NULL DEFAULT 'WAITING',
    courier_id      bigint REFERENCES courier, -- who was asked, or who has it
    slot            int,                       -- its place in the courier's bag, from 1
    pickup_at       timestamptz,               -- when they would have the food, as planned
    silence_told_at timestamptz,               -- when the operator was told that they are silent
    door_seconds    int,                       -- kitchen to door by the map, at a pace of 1
    proof           text,
    problem         jsonb,                     -- what stands in its courier's way
    eta_from        timestamptz,
    eta_to          timestamptz,
    eta_pickup      timestamptz,               -- when they have the food, by the same forecast
    eta_status      text,                      -- the status when the eta was told last
    first_from      timestamptz,               -- the first eta
    picked_from     timestamptz,               -- the eta at the pick-up
    picked_to       timestamptz,
    delivered_at    timestamptz,
    created_at      timestamptz NOT NULL,
    timeline        jsonb  NOT NULL,
    CHECK (status <> 'WAITING' OR courier_id IS NULL),
    CHECK (status IN ('WAITING', 'CANCELLED') OR courier_id IS NOT NULL),
    CHECK (pay IS NOT NULL
           OR status NOT IN ('ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR', 'DELIVERED',
                             'RETURNED')),
    CHECK (slot BETWEEN 1 AND 5),
    CHECK (slot IS NOT NULL
           OR status NOT IN ('OFFERED', 'ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR'))
);
-- A ride that somebody is asked for, or brings, takes a place in their bag; no place is taken
-- twice, and a row has one courier_id, so a ride never has two couriers.
CREATE UNIQUE INDEX bag_place_is_taken_once ON delivery (courier_id, slot)
    WHERE status IN ('OFFERED', 'ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR');
CREATE INDEX delivery_of_courier ON delivery (courier_id, delivery_id);
CREATE INDEX delivery_of_customer ON delivery (customer_id, delivery_id);
CREATE INDEX delivery_of_status ON delivery (status, delivery_id);
CREATE INDEX delivery_done ON delivery (delivered_at);
CREATE INDEX delivery_done_by ON delivery (courier_id, delivered_at);

-- What a customer gave the courier of their order; only the latest counts.
CREATE TABLE ride_rating (
    order_id   bigint PRIMARY KEY REFERENCES delivery (order_id),
    courier_id bigint NOT NULL REFERENCES courier,
    stars      int    NOT NULL CHECK (stars BETWEEN 1 AND 5),
    rated_at   timestamptz NOT NULL
);

-- The problems of which operators were told, to tell none twice and not too many.
CREATE TABLE told_trouble (
    delivery_id bigint NOT NULL REFERENCES delivery,
    kind        text   NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX told_trouble_of_delivery ON told_trouble (delivery_id, at);

CREATE TABLE photo (
    delivery_id bigint PRIMARY KEY REFERENCES delivery,
    type        text  NOT NULL,
    image       bytea NOT NULL,
    taken_at    timestamptz NOT NULL
);
CREATE INDEX photo_taken_at ON photo (taken_at);

CREATE TABLE offer (
    offer_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id     bigint NOT NULL REFERENCES delivery,
    courier_id      bigint NOT NULL REFERENCES courier,
    status          text   NOT NULL,
    pickup_metres   bigint NOT NULL,
    distance_metres bigint NOT NULL,
    pay             bigint NOT NULL,   -- in thousandths
    together        bigint[] NOT NULL, -- the rides that the courier had then
    tour            jsonb  NOT NULL,   -- all stops, if they say yes
    expires_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    -- the number of its latest change among those of its courier's offers, for the live stream
    change          bigint NOT NULL
);
CREATE UNIQUE INDEX offer_open_of_courier ON offer (courier_id) WHERE status = 'OPEN';
CREATE UNIQUE INDEX offer_open_of_delivery ON offer (delivery_id) WHERE status = 'OPEN';
CREATE INDEX offer_of_delivery ON offer (delivery_id, courier_id);
CREATE INDEX offer_news ON offer (courier_id, change);

-- Why somebody was asked.
CREATE TABLE decision (
    decision_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id bigint NOT NULL REFERENCES delivery,
    courier_id  bigint NOT NULL,
    at          timestamptz NOT NULL,
    reason      text  NOT NULL,
    candidates  jsonb NOT NULL
);
CREATE INDEX decision_of_delivery ON decision (delivery_id, decision_id);
CREATE INDEX decision_at ON decision (at);

-- What kitchens, ways and doors really took, one row each time.
CREATE TABLE lesson (
    topic   text NOT NULL,
    subject text NOT NULL,
    at      timestamptz NOT NULL,
    value   double precision NOT NULL,
    courier_id bigint,  -- who taught it, if a courier did
    vehicle    text     -- what they rode then
);
CREATE INDEX lesson_newest ON lesson (topic, subject, at DESC);

-- Which replica plays the rounds.
CREATE TABLE round_lease (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    holder uuid,
    until  timestamptz NOT NULL DEFAULT '-infinity',
    good_at timestamptz -- when the last round ended in which nothing failed
);
INSERT INTO round_lease DEFAULT VALUES;
