-- People and teams
CREATE TABLE team(
  id INTEGER PRIMARY KEY CHECK(id BETWEEN 1 AND 65535), parent INTEGER REFERENCES team(id),
  name TEXT NOT NULL, name_vi TEXT, rated_as INTEGER NOT NULL
) STRICT;
CREATE TABLE person(
  id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, team INTEGER NOT NULL REFERENCES team(id),
  active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE identity(issuer TEXT NOT NULL, subject TEXT NOT NULL, person INTEGER NOT NULL REFERENCES person(id), PRIMARY KEY(issuer, subject)) STRICT, WITHOUT ROWID;
-- team 0: the role does not belong to one team
CREATE TABLE role(person INTEGER NOT NULL REFERENCES person(id), role TEXT NOT NULL CHECK(role IN ('lead', 'admin', 'auditor')), team INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(person, role, team)) STRICT, WITHOUT ROWID;
-- The directory: which account, of a person or a shared mailbox, answers for which team
CREATE TABLE account(kind TEXT NOT NULL, id TEXT NOT NULL, team INTEGER NOT NULL REFERENCES team(id), PRIMARY KEY(kind, id)) STRICT, WITHOUT ROWID;
CREATE TABLE directory_section(kind TEXT PRIMARY KEY, etag TEXT NOT NULL, body BLOB NOT NULL, day INTEGER NOT NULL) STRICT;

-- Signing in: every secret is stored as its SHA-256
CREATE TABLE session(hash BLOB PRIMARY KEY, person INTEGER NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX session_person ON session(person);
CREATE TABLE connect_code(hash BLOB PRIMARY KEY, person INTEGER NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL,
  challenge TEXT NOT NULL, redirect_uri TEXT NOT NULL, expires INTEGER NOT NULL, family BLOB) STRICT, WITHOUT ROWID;
CREATE TABLE refresh_family(id BLOB PRIMARY KEY, person INTEGER NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL, expires INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_family_person ON refresh_family(person);
CREATE TABLE refresh_token(hash BLOB PRIMARY KEY, family BLOB NOT NULL REFERENCES refresh_family(id), used INTEGER, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_token_family ON refresh_token(family);

-- Ratings and releases
CREATE TABLE state(one INTEGER PRIMARY KEY CHECK(one = 1), epoch INTEGER NOT NULL) STRICT;
CREATE TABLE rater_key(epoch INTEGER PRIMARY KEY, quarter TEXT NOT NULL, wrapped BLOB NOT NULL, since INTEGER NOT NULL) STRICT;
CREATE TABLE pool(
  id INTEGER PRIMARY KEY, team INTEGER NOT NULL, customer INTEGER NOT NULL DEFAULT 0, shard INTEGER NOT NULL DEFAULT 0,
  mark INTEGER NOT NULL DEFAULT 0, open INTEGER NOT NULL DEFAULT 1, UNIQUE(team, customer)
) STRICT;
CREATE TABLE rating(
  id INTEGER PRIMARY KEY, pool INTEGER NOT NULL, team INTEGER NOT NULL, customer INTEGER NOT NULL, epoch INTEGER NOT NULL, day INTEGER NOT NULL,
  rater BLOB NOT NULL, key BLOB NOT NULL, n INTEGER NOT NULL, rev INTEGER NOT NULL, event BLOB NOT NULL, score INTEGER CHECK(score BETWEEN 1 AND 5),
  wait INTEGER, aspect INTEGER, aspect_score INTEGER, reasons INTEGER NOT NULL DEFAULT 0, UNIQUE(key, n)
) STRICT;
CREATE INDEX rating_pool ON rating(pool);
CREATE INDEX rating_rater ON rating(rater);
CREATE TABLE job(tick INTEGER NOT NULL, shard INTEGER NOT NULL, PRIMARY KEY(tick, shard)) STRICT, WITHOUT ROWID;
CREATE TABLE release(
  pool INTEGER NOT NULL, tick INTEGER NOT NULL, upto INTEGER NOT NULL, n INTEGER NOT NULL CHECK(n >= 3),
  c1 INTEGER NOT NULL, c2 INTEGER NOT NULL, c3 INTEGER NOT NULL, c4 INTEGER NOT NULL, c5 INTEGER NOT NULL, PRIMARY KEY(pool, tick)
) STRICT, WITHOUT ROWID;
CREATE TABLE facet(
  team INTEGER NOT NULL, kind TEXT NOT NULL CHECK(kind IN ('aspect', 'reason', 'wait')), value INTEGER NOT NULL, mark INTEGER NOT NULL DEFAULT 0,
  n INTEGER NOT NULL DEFAULT 0, c1 INTEGER NOT NULL DEFAULT 0, c2 INTEGER NOT NULL DEFAULT 0, c3 INTEGER NOT NULL DEFAULT 0, c4 INTEGER NOT NULL DEFAULT 0, c5 INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(team, kind, value)
) STRICT, WITHOUT ROWID;
-- One row is all that a page reads of a team. points: JSON [[week, n, c1, c2, c3, c4, c5], ...], the last 26 weeks that had a release;
-- week is the Monday (days since 1970) of the tick's week. last_tick, last_n: the newest release. facets: JSON of the released facets.
CREATE TABLE series(team INTEGER PRIMARY KEY, points TEXT NOT NULL, last_tick INTEGER NOT NULL, last_n INTEGER NOT NULL, facets TEXT NOT NULL DEFAULT '{}') STRICT;
-- The design effect of each closed quarter, rounded to 0.1
CREATE TABLE quarter(quarter TEXT PRIMARY KEY, deff REAL NOT NULL) STRICT;
