-- Who rings a timer now, so that what a replica leaves behind can be freed at once; null is nobody.
ALTER TABLE timer ADD COLUMN holder text;
