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
-- One subject per person: two would be two raters
CREATE UNIQUE INDEX identity_person ON identity(issuer, person);
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
-- epoch: the number of the quarter's key. facet_floor: no rating up to this id has a facet that still waits (dropped when a quarter closes).
CREATE TABLE state(one INTEGER PRIMARY KEY CHECK(one = 1), epoch INTEGER NOT NULL, facet_floor INTEGER NOT NULL DEFAULT 0) STRICT;
-- The random key of a quarter ('2026-Q4'), wrapped by SECRET; since: the day (days since 1970, company time) it came into force.
CREATE TABLE rater_key(epoch INTEGER PRIMARY KEY, quarter TEXT NOT NULL, wrapped BLOB NOT NULL, since INTEGER NOT NULL) STRICT;
-- customer 0: others. What is pending in a pool are its ratings with id > mark. moved: the tick at which its ratings last moved on.
CREATE TABLE pool(
  id INTEGER PRIMARY KEY, team INTEGER NOT NULL, customer INTEGER NOT NULL DEFAULT 0, shard INTEGER NOT NULL DEFAULT 0,
  mark INTEGER NOT NULL DEFAULT 0, moved INTEGER NOT NULL DEFAULT 0, open INTEGER NOT NULL DEFAULT 1, UNIQUE(team, customer)
) STRICT;
-- key: an HMAC under the quarter's key of `epoch`. rater: one under the same key or, after the rater came back in the next quarter, under
-- that one's (epoch 0: random, the link to the rater was cut; zeros: there is no score, and nobody needs to be counted). n: random, tells
-- the rows of a key apart; the newest is the one with the greatest id, and the only one that is looked up: older ones lose their key where
-- it would lead somewhere. rev: an order, not a time (shifted by a secret of the key). event: the click's
-- id. day: when it was given or moved (days since 1970). k: the least people it was promised to be among.
-- score NULL: withdrawn. facets: a set of bits (worker/domain/facets.ts); spent: those that were released or dropped before a move.
CREATE TABLE rating(
  id INTEGER PRIMARY KEY, pool INTEGER NOT NULL, team INTEGER NOT NULL, customer INTEGER NOT NULL, epoch INTEGER NOT NULL, day INTEGER NOT NULL,
  k INTEGER NOT NULL, rater BLOB NOT NULL, key BLOB NOT NULL, n INTEGER NOT NULL, rev INTEGER NOT NULL, event BLOB NOT NULL,
  score INTEGER CHECK(score BETWEEN 1 AND 5), facets INTEGER NOT NULL DEFAULT 0, spent INTEGER NOT NULL DEFAULT 0,
  aspect_score INTEGER CHECK(aspect_score BETWEEN 1 AND 5), UNIQUE(key, n)
) STRICT;
CREATE INDEX rating_pool ON rating(pool);
CREATE INDEX rating_rater ON rating(rater);
-- Events whose clock ran ahead and was set back: sent again, they would look newer than they are.
CREATE TABLE ahead(event BLOB PRIMARY KEY, day INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- What was done for a tick (unix seconds of its instant); top: the newest rating when the step began.
CREATE TABLE job(tick INTEGER NOT NULL, step TEXT NOT NULL, top INTEGER NOT NULL, PRIMARY KEY(tick, step)) STRICT, WITHOUT ROWID;
-- A pool's ratings with (upto of its release before) < id <= upto, one voice per rater. Never changed.
CREATE TABLE release(
  pool INTEGER NOT NULL, tick INTEGER NOT NULL, upto INTEGER NOT NULL, n INTEGER NOT NULL CHECK(n >= 3),
  c1 INTEGER NOT NULL, c2 INTEGER NOT NULL, c3 INTEGER NOT NULL, c4 INTEGER NOT NULL, c5 INTEGER NOT NULL, PRIMARY KEY(pool, tick)
) STRICT, WITHOUT ROWID;
-- Released facets, summed: n people, and for aspects how many gave each score. tick: the newest release.
CREATE TABLE facet(
  team INTEGER NOT NULL, facet INTEGER NOT NULL, mark INTEGER NOT NULL, tick INTEGER NOT NULL, n INTEGER NOT NULL,
  c1 INTEGER NOT NULL, c2 INTEGER NOT NULL, c3 INTEGER NOT NULL, c4 INTEGER NOT NULL, c5 INTEGER NOT NULL, PRIMARY KEY(team, facet)
) STRICT, WITHOUT ROWID;
-- One row is all that a page reads of a team; there is none before its first release. points: JSON [[week, n, c1, c2, c3, c4, c5], ...], the
-- last 26 weeks that had a release, oldest first; week is the Monday (days since 1970) of the tick's week. last_tick, last_n: the newest
-- release, and its voices. voices: those of all releases. facets: JSON of all that was released of the team's facets, only names that have
-- any, {} before the first: {"aspect": {"reliability": [n, c1, c2, c3, c4, c5]}, "reason": {"fast": n}, "wait": {"1h": n}}; n counts people.
CREATE TABLE series(
  team INTEGER PRIMARY KEY, points TEXT NOT NULL, last_tick INTEGER NOT NULL, last_n INTEGER NOT NULL, voices INTEGER NOT NULL DEFAULT 0,
  facets TEXT NOT NULL DEFAULT '{}'
) STRICT;
-- The design effect of each closed quarter ('2026-Q3'), rounded to 0.1
CREATE TABLE quarter(quarter TEXT PRIMARY KEY, deff REAL NOT NULL) STRICT;
