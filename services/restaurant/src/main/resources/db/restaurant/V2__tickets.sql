-- What the kitchen is asked to cook: one ticket for each paid order.
CREATE TABLE ticket (
    order_id      bigint PRIMARY KEY,
    -- no reference: an order that was paid is never refused for what happened to its restaurant
    restaurant_id bigint      NOT NULL,
    status        text        NOT NULL,
    lines         jsonb       NOT NULL,
    note          text,
    -- what the order was told; counts when the restaurant's own usual time is not known
    preparation_minutes int   NOT NULL,
    created_at    timestamptz NOT NULL,
    ready_at      timestamptz,
    reason        text,
    courier_name  text
);
CREATE INDEX ticket_of_restaurant ON ticket (restaurant_id, order_id);
CREATE INDEX ticket_of_status ON ticket (restaurant_id, status, order_id);
CREATE INDEX ticket_on_board ON ticket (restaurant_id, order_id)
    WHERE status IN ('NEW', 'RECEIVED', 'PREPARING', 'COMPLETE');

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
