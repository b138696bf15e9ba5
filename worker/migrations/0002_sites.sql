-- Which of the company's own servers holds which kind of site: 'https://tickets.acme.example' is a 'request-tracker'
CREATE TABLE site_origin(origin TEXT PRIMARY KEY, site TEXT NOT NULL) STRICT, WITHOUT ROWID;
