-- What the kitchen is asked to cook: one ticket for each paid order, one for later too.
CREATE TABLE ticket (
    order_id      bigint PRIMARY KEY,
    -- no reference: an order that was paid is never refused for what happened to its restaurant
    restaurant_id bigint      NOT NULL,
    status        text        NOT NULL,
    -- as on the wire
    lines         jsonb       NOT NULL,
    note          text,
    -- what the order was told, once it is to be cooked; counts when the restaurant's own usual
    -- time is not known
    preparation_minutes int,
    created_at    timestamptz NOT NULL,
    -- when the customer wants it, if it was ordered for later, and until then when it is cooked
    slot_from     timestamptz,
    slot_to       timestamptz,
    kitchen_at    timestamptz,
    ready_at      timestamptz,
    reason        text,
    courier_name  text
);
CREATE INDEX ticket_of_restaurant ON ticket (restaurant_id, order_id);
CREATE INDEX ticket_of_status ON ticket (restaurant_id, status, order_id);
CREATE INDEX ticket_on_board ON ticket (restaurant_id, order_id)
    WHERE status IN ('SCHEDULED', 'NEW', 'RECEIVED', 'PREPARING', 'COMPLETE');

-- Each move of a ticket: when, and by whom.
CREATE TABLE ticket_step (
    order_id bigint      NOT NULL REFERENCES ticket,
    step     int         NOT NULL,
    status   text        NOT NULL,
    at       timestamptz NOT NULL,
    by       text        NOT NULL,
    why      text,
    PRIMARY KEY (order_id, step)
);
