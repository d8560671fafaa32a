CREATE TABLE orders (
    id              bigint GENERATED ALWAYS AS IDENTITY (START WITH 1001) PRIMARY KEY,
    customer_id     bigint      NOT NULL,
    restaurant_id   bigint      NOT NULL,
    restaurant_name text        NOT NULL,
    items           jsonb       NOT NULL,
    items_total     bigint      NOT NULL CHECK (items_total >= 0),  -- minor units
    delivery_fee    bigint      NOT NULL CHECK (delivery_fee >= 0), -- minor units
    currency        text        NOT NULL,
    pickup          jsonb       NOT NULL,
    dropoff         jsonb       NOT NULL,
    note            text,
    delivery_pin    text        NOT NULL,
    courier_name    text,
    ready_at        timestamptz,
    preparation_minutes int     NOT NULL,
    placed_at       timestamptz NOT NULL,
    promised_at     timestamptz NOT NULL, -- the latest that the customer was told
    eta_from        timestamptz NOT NULL, -- as one can say now
    eta_to          timestamptz NOT NULL,
    status          text        NOT NULL,
    state           jsonb       NOT NULL,
    step            int         NOT NULL, -- of the timeline
    version         int         NOT NULL, -- of everything, for those who follow live
    since           timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX orders_of_customer ON orders (customer_id, id DESC);
CREATE INDEX orders_of_restaurant ON orders (restaurant_id, id DESC);

-- The timeline: who moved the order, when and why. Only ever grows.
CREATE TABLE order_step (
    order_id bigint      NOT NULL REFERENCES orders (id),
    step     int         NOT NULL,
    status   text        NOT NULL,
    at       timestamptz NOT NULL,
    by       text        NOT NULL,
    why      text,
    PRIMARY KEY (order_id, step)
);
