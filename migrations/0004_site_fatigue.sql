-- How often people may be asked (JSON), a copy of the workspace's setting: the loader keeps to it without asking.
ALTER TABLE site ADD COLUMN fatigue TEXT NOT NULL DEFAULT '{"cooldown":7,"cap":{"surveys":3,"days":30}}';
-- Origins that were turned away lately (JSON), so that a site's owner sees a forgotten one.
ALTER TABLE site ADD COLUMN refused TEXT NOT NULL DEFAULT '[]';
