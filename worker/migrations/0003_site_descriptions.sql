-- What an administrator decided of a site. description: JSON of a newer description than the one in the extension, NULL after it was
-- withdrawn; version: the greatest that was ever published, 0 for none. changed: seconds since 1970.
CREATE TABLE site(id TEXT PRIMARY KEY, version INTEGER NOT NULL DEFAULT 0, description TEXT, off INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Reports of what could not be read, counted by the hour (hours since 1970, UTC): nothing says who sent them, or of which page.
CREATE TABLE site_health(hour INTEGER NOT NULL, site TEXT NOT NULL, version INTEGER NOT NULL, field TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY(hour, site, version, field)) STRICT, WITHOUT ROWID;
