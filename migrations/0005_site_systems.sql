-- Systems beside its own whose ids a site's tokens may name (JSON): a site whose secret leaks cannot speak for others.
ALTER TABLE site ADD COLUMN other_systems TEXT NOT NULL DEFAULT '[]';
