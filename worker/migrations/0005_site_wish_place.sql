-- place: one of a few names that a person has between two ticks, each good once, so that nobody can fill the table alone; an HMAC under
-- the quarter's key, so that no two wishes of one person look alike.
ALTER TABLE site_wish ADD COLUMN place BLOB;
CREATE UNIQUE INDEX site_wish_place ON site_wish(place);
