-- A payment's state changes several times within a second of being made. While it stands in no index,
-- nor the time of the change in one that has an entry for each row, such a change writes none.
-- All payments are read, which may take longer than a statement otherwise may.
SET LOCAL statement_timeout = 0;
DROP INDEX payment_state;
DROP INDEX payment_moving;
DROP INDEX payment_changed;
CREATE INDEX payment_uncaptured ON payment (payment_id) WHERE captured = 0;
CREATE INDEX payment_refunded ON payment (payment_id) WHERE refunded > 0;
CREATE INDEX payment_stuck ON payment (payment_id) WHERE stuck;
-- among them is what may be under way at the provider
CREATE INDEX payment_moving ON payment (payment_id)
 WHERE captured = 0 AND reason IS NULL AND NOT closed;
CREATE INDEX payment_changed ON payment USING brin (changed_at)
  WITH (pages_per_range = 16, autosummarize = on);

-- with room beside each row for what it becomes
ALTER TABLE payment SET (fillfactor = 60);
