-- The trace in which an order was placed, and in which its life goes on; only while traces are collected.
CREATE TABLE order_trace (
    order_id    bigint PRIMARY KEY REFERENCES orders ON DELETE CASCADE,
    traceparent text NOT NULL
);
