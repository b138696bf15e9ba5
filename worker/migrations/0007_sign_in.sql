-- No time finer than a week is stored of a sign-in: beside ratings in the order in which they came, it would tell whose they are.
-- Sessions and codes carry their own end now; those given out before do not, and both are short-lived.
-- expires: when the row may go (ms since 1970, whole weeks).
DROP TABLE session;
CREATE TABLE session(hash BLOB PRIMARY KEY, person INTEGER NOT NULL, issuer TEXT NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX session_person ON session(person);
DROP TABLE connect_code;
CREATE TABLE connect_code(hash BLOB PRIMARY KEY, person INTEGER NOT NULL, issuer TEXT NOT NULL, challenge TEXT NOT NULL,
  redirect_uri TEXT NOT NULL, expires INTEGER NOT NULL, family BLOB) STRICT, WITHOUT ROWID;

-- Under what name a person rates: the issuer and subject they were first known by. It stays when the company changes its identity
-- provider, or one person would be two raters.
CREATE TABLE rater_name(person INTEGER PRIMARY KEY REFERENCES person(id), issuer TEXT NOT NULL, subject TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO rater_name(person, issuer, subject)
  SELECT person, issuer, subject FROM (
    -- Of several the one that was in use last.
    SELECT i.person, i.issuer, i.subject, row_number() OVER (PARTITION BY i.person ORDER BY
      (SELECT max(f.expires) FROM refresh_family f WHERE f.person = i.person AND f.issuer = i.issuer) DESC, i.issuer) place
    FROM identity i)
  WHERE place = 1;

ALTER TABLE refresh_family DROP COLUMN subject;
UPDATE refresh_family SET expires = expires / 604800000 * 604800000;
-- step: a token's place in its family. used: NULL until it is; then what only the token's holder can make, from the token and the ten
-- seconds of its first use; x'' where it was made void.
CREATE TABLE token(hash BLOB PRIMARY KEY, family BLOB NOT NULL REFERENCES refresh_family(id), step INTEGER NOT NULL, used BLOB, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO token(hash, family, step, used, expires)
  SELECT hash, family, used IS NULL, iif(used IS NULL, NULL, x''), (expires / 604800000 + 1) * 604800000 FROM refresh_token;
DROP TABLE refresh_token;
ALTER TABLE token RENAME TO refresh_token;
CREATE INDEX refresh_token_family ON refresh_token(family);

-- Who signed out everywhere. mark: 16 random bytes, others each time: whoever signs in anew has their browser remember them.
CREATE TABLE signed_out(person INTEGER PRIMARY KEY REFERENCES person(id), mark BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- An address is the same however it is written.
CREATE INDEX person_address ON person(lower(email));
