-- What customers said, once for each order: the latest word takes the place of the one before.
CREATE TABLE review (
    -- anew with each word, so that the newest has the largest
    review_id     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    order_id      bigint PRIMARY KEY,
    customer_id   bigint      NOT NULL,
    restaurant_id bigint      NOT NULL,
    food          int         NOT NULL CHECK (food BETWEEN 1 AND 5),
    comment       text,
    at            timestamptz NOT NULL
);
CREATE INDEX review_of_restaurant ON review (restaurant_id, review_id);
CREATE INDEX review_of_customer ON review (customer_id);
