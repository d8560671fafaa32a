-- News of one moment go out together, so that they have one timer.
ALTER TABLE provider_webhook ADD COLUMN sending uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE provider_webhook ALTER COLUMN sending DROP DEFAULT;
CREATE INDEX provider_webhook_sending ON provider_webhook (sending);
UPDATE timer SET key = sending::text FROM provider_webhook
 WHERE kind = 'payment.provider_webhook' AND key = webhook_id::text;
