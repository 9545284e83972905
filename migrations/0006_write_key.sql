-- Calls from servers name a site by its secret write key alone.
CREATE INDEX site_write_key ON site (write_key_hash);
