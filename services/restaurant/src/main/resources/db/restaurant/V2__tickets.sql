-- What the kitchen is asked to cook: one ticket for each paid order, one for later too.
CREATE TABLE ticket (
    order_id      bigint PRIMARY KEY,
    -- whose order it is: never shown to the kitchen, only to find what they wrote
    customer_id   bigint      NOT NULL,
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
    -- the kitchen must have said yes or no
    answer_by     timestamptz,
    ready_at      timestamptz,
    -- how much longer than it said first, in all
    delayed_minutes int       NOT NULL DEFAULT 0,
    reason        text,
    courier_id    bigint,
    courier_name  text
);
CREATE INDEX ticket_of_customer ON ticket (customer_id);
CREATE INDEX ticket_of_courier ON ticket (courier_id) WHERE courier_id IS NOT NULL;
CREATE INDEX ticket_of_restaurant ON ticket (restaurant_id, order_id);
CREATE INDEX ticket_by_age ON ticket (restaurant_id, created_at, order_id);
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
