-- What was taken back before lines without a score named nobody, and before a key stood on its newest row alone where it could lead somewhere.
UPDATE rating SET rater = zeroblob(16), facets = 0, aspect_score = NULL WHERE score IS NULL;
UPDATE rating SET key = randomblob(16), rev = 0, event = zeroblob(16)
  WHERE (epoch = 0 OR score IS NULL) AND id < (SELECT max(id) FROM rating newer WHERE newer.key = rating.key);
