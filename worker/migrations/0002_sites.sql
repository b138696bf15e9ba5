-- Which of the company's own servers holds which kind of site: 'https://tickets.acme.example' is a 'request-tracker'. Several may stand
-- on one origin, each on its own paths.
CREATE TABLE site_origin(origin TEXT NOT NULL, site TEXT NOT NULL, PRIMARY KEY(origin, site)) STRICT, WITHOUT ROWID;
