-- A ride changes a dozen times within half an hour. PostgreSQL writes the new version of a row into
-- each of its indexes as soon as one column has changed that any of them knows, be it in a condition.
-- So none knows the status; they know the place in a bag and how it ended, which change seldom.

-- A ride has a place in a bag exactly as long as somebody is asked or brings it.
UPDATE delivery SET slot = NULL
 WHERE slot IS NOT NULL
   AND status NOT IN ('OFFERED', 'ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR');
ALTER TABLE delivery
    -- null as long as it is live
    ADD ended text GENERATED ALWAYS AS
        (CASE WHEN status IN ('DELIVERED', 'CANCELLED', 'RETURNED') THEN status END) STORED,
    -- the same as before, said in fewer words: each change of a ride reads all of them
    DROP CONSTRAINT delivery_check,
    DROP CONSTRAINT delivery_check1,
    DROP CONSTRAINT delivery_check2,
    DROP CONSTRAINT delivery_check3,
    ADD CONSTRAINT has_its_courier
        CHECK ((courier_id IS NULL) = (status = 'WAITING') OR status = 'CANCELLED'),
    ADD CONSTRAINT has_its_pay
        CHECK (pay IS NOT NULL OR status IN ('WAITING', 'OFFERED', 'CANCELLED')),
    ADD CONSTRAINT has_its_place
        CHECK ((slot IS NULL) = (status = 'WAITING' OR ended IS NOT NULL));

DROP INDEX bag_place_is_taken_once, delivery_by_urgency, delivery_of_status, delivery_done,
           delivery_done_by;
CREATE UNIQUE INDEX bag_place_is_taken_once ON delivery (courier_id, slot) WHERE slot IS NOT NULL;
CREATE INDEX delivery_live ON delivery (delivery_id) WHERE ended IS NULL;
CREATE INDEX delivery_by_urgency
    ON delivery (coalesce(cooked_at, delayed_to, ready_at, created_at), delivery_id)
    WHERE ended IS NULL;
CREATE INDEX delivery_ended ON delivery (ended, delivery_id) WHERE ended IS NOT NULL;
CREATE INDEX delivery_done ON delivery (delivered_at) WHERE delivered_at IS NOT NULL;
CREATE INDEX delivery_done_by ON delivery (courier_id, delivered_at) WHERE delivered_at IS NOT NULL;

-- A row grows threefold with its timeline, and its next version stands beside the last one.
ALTER TABLE delivery SET (fillfactor = 50);
