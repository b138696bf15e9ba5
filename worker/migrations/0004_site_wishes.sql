-- Hosts that people asked to be recognised, until enough have asked. key: an HMAC of person and host under the quarter's key of `epoch`, so
-- that each counts once and no two wishes of one person look alike. k: the least people it was promised to be shown among. No time.
CREATE TABLE site_wish(host TEXT NOT NULL, epoch INTEGER NOT NULL, key BLOB NOT NULL, k INTEGER NOT NULL, PRIMARY KEY(host, epoch, key)) STRICT, WITHOUT ROWID;
-- What administrators see: n wishes, in steps of at least k people; first, latest: the ticks (unix seconds) of the first and newest step.
CREATE TABLE site_wished(host TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK(n >= 3), first INTEGER NOT NULL, latest INTEGER NOT NULL) STRICT, WITHOUT ROWID;
