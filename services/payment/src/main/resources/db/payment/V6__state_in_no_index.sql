-- A payment's state changes several times within a second of being made. While it stands in no index,
-- nor the time of the change in one that has an entry for each row, such a change writes none.
-- Payments can be read while the indexes are made, and are held up only by the end of it.
LOCK TABLE payment IN SHARE ROW EXCLUSIVE MODE;
CREATE INDEX payment_uncaptured ON payment (payment_id) WHERE captured = 0;
CREATE INDEX payment_refunded ON payment (payment_id) WHERE refunded > 0;
CREATE INDEX payment_stuck ON payment (payment_id) WHERE stuck;
-- among them is what may be under way at the provider
CREATE INDEX payment_under_way ON payment (payment_id)
 WHERE captured = 0 AND reason IS NULL AND NOT closed;
CREATE INDEX payment_changes ON payment USING brin (changed_at)
  WITH (pages_per_range = 16, autosummarize = on);
-- with room beside each row for what it becomes
ALTER TABLE payment SET (fillfactor = 60);
DROP INDEX payment_state, payment_moving, payment_changed;
