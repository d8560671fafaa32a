-- The trace that a timer was set in and goes on when it rings; null for what belongs to none.
ALTER TABLE timer ADD COLUMN traceparent text;
