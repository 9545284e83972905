-- Keys are told apart and ended by an id that is no secret.
ALTER TABLE api_key ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN made_by TEXT NOT NULL DEFAULT '';
-- The day it was last used on; a call a day writes it.
ALTER TABLE api_key ADD COLUMN last_used INTEGER;
UPDATE api_key SET id = 'k' || lower(hex(randomblob(8)));
CREATE UNIQUE INDEX api_key_id ON api_key (workspace, id);
