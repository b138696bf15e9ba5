-- How strongly lists of teams are drawn together in the quarter that follows, in voices (shared/statistics/order.ts). NULL: not worked out.
ALTER TABLE quarter ADD COLUMN kappa REAL;
