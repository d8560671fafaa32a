-- The rides of a round, the most urgent first, without a look at all others that wait.
CREATE INDEX delivery_by_urgency
    ON delivery (coalesce(cooked_at, delayed_to, ready_at, created_at), delivery_id)
    WHERE status IN ('WAITING', 'OFFERED', 'ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR');

-- Most changes of a ride touch no index: there is room for the next version beside the last one.
ALTER TABLE delivery SET (fillfactor = 70);
