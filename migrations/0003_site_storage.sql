-- What may be kept on a visitor's device: none, interaction (from their first act on), consent.
ALTER TABLE site ADD COLUMN storage TEXT NOT NULL DEFAULT 'interaction';
