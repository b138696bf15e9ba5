-- Where the worker rates a team as the one above because it is too small: what the company had set. NULL: rated_as is the company's word.
ALTER TABLE team ADD COLUMN wanted_as INTEGER;
