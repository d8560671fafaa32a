-- News of one moment go out together, so that they have one timer, whose key this is. Those of the
-- release before this one have a timer each, with their own number.
ALTER TABLE provider_webhook ADD COLUMN sending uuid NOT NULL DEFAULT gen_random_uuid();
CREATE INDEX provider_webhook_sending ON provider_webhook (sending);
