-- The first schema. One dialect for SQLite and PostgreSQL: BIGINT and TEXT only,
-- times are microseconds since 1970 UTC, truth values 0/1, locales are codes
-- ("vi"). ${identity} is each engine's way to number rows from 1, never reused.

CREATE TABLE site (
  id ${identity},
  key TEXT NOT NULL UNIQUE,
  ordinal BIGINT NOT NULL,
  time_zone TEXT NOT NULL,
  settings TEXT NOT NULL                       -- JSON: texts per locale, theme, contact
);

CREATE TABLE site_host (
  host TEXT NOT NULL PRIMARY KEY,              -- lower case, without port
  site_id BIGINT NOT NULL REFERENCES site(id),
  ordinal BIGINT NOT NULL                      -- 0: the canonical one
);

CREATE TABLE site_locale (
  site_id BIGINT NOT NULL REFERENCES site(id),
  locale TEXT NOT NULL,
  ordinal BIGINT NOT NULL,
  PRIMARY KEY (site_id, locale)
);

CREATE TABLE section (
  id ${identity},
  site_id BIGINT NOT NULL REFERENCES site(id),
  parent_id BIGINT REFERENCES section(id),
  key TEXT NOT NULL,
  ordinal BIGINT NOT NULL,
  UNIQUE (site_id, key)
);

CREATE TABLE section_edition (
  section_id BIGINT NOT NULL REFERENCES section(id),
  site_id BIGINT NOT NULL REFERENCES site(id),
  locale TEXT NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (section_id, locale),
  UNIQUE (site_id, locale, slug)
);

CREATE TABLE agency (
  id ${identity},
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
);

CREATE TABLE account (
  id ${identity},
  email TEXT NOT NULL UNIQUE,                  -- lower case
  name TEXT NOT NULL,
  agency_id BIGINT REFERENCES agency(id),
  password_hash TEXT NOT NULL,                 -- Argon2id, libsodium's string form
  created_at BIGINT NOT NULL,
  disabled_at BIGINT
);

CREATE TABLE role_grant (
  account_id BIGINT NOT NULL REFERENCES account(id),
  role TEXT NOT NULL,
  granted_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, role)
);

CREATE TABLE api_token (
  id ${identity},
  account_id BIGINT NOT NULL REFERENCES account(id),
  token_hash TEXT NOT NULL UNIQUE,             -- SHA-256 of the secret
  scope TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT
);

CREATE TABLE item (
  id ${identity},
  site_id BIGINT NOT NULL REFERENCES site(id),
  section_id BIGINT NOT NULL REFERENCES section(id),
  kind TEXT NOT NULL,                          -- article, page
  content_type TEXT NOT NULL,                  -- the four statutory kinds (Decree 72/2015)
  featured BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT REFERENCES account(id)
);
CREATE INDEX item_section ON item (section_id, kind);
CREATE INDEX item_featured ON item (site_id) WHERE featured = 1;

-- Written once, never changed.
CREATE TABLE revision (
  id ${identity},
  item_id BIGINT NOT NULL REFERENCES item(id),
  locale TEXT NOT NULL,
  number BIGINT NOT NULL,                      -- 1, 2, 3 within the edition
  based_on BIGINT REFERENCES revision(id),
  created_at BIGINT NOT NULL,
  created_by BIGINT REFERENCES account(id),
  content_hash TEXT NOT NULL,                  -- SHA-256 of everything a reader sees
  title TEXT NOT NULL,
  lead TEXT NOT NULL,
  byline TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  source TEXT NOT NULL,
  picture TEXT NOT NULL,                       -- first picture: media address, "" if none
  picture_alt TEXT NOT NULL,
  body TEXT NOT NULL,                          -- block document as JSON
  UNIQUE (item_id, locale, number)
);

-- State belongs to (item, language), never to the item.
CREATE TABLE edition (
  item_id BIGINT NOT NULL REFERENCES item(id),
  locale TEXT NOT NULL,
  site_id BIGINT NOT NULL REFERENCES site(id),
  state TEXT NOT NULL,
  slug TEXT NOT NULL,
  current_revision BIGINT NOT NULL REFERENCES revision(id),
  live_revision BIGINT REFERENCES revision(id),
  version BIGINT NOT NULL,                     -- grows with every change: optimistic locking
  published_at BIGINT,                         -- as shown to readers; NULL: not known
  published_precision TEXT NOT NULL,           -- day, second
  updated_at BIGINT,
  updated_precision TEXT NOT NULL,
  listed_at BIGINT NOT NULL,                   -- orders lists; equals published_at where known
  imported_views BIGINT,
  withdrawn_at BIGINT,
  withdrawn_reason TEXT NOT NULL,
  PRIMARY KEY (item_id, locale),
  UNIQUE (site_id, locale, slug)
);

-- What is public, one row per list it stands in: its section, the section's
-- ancestors, and section 0 (the whole site). Newest first by the primary key.
CREATE TABLE listing (
  site_id BIGINT NOT NULL,
  section_id BIGINT NOT NULL,
  locale TEXT NOT NULL,
  listed_at BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  PRIMARY KEY (site_id, section_id, locale, listed_at, item_id)
);
CREATE INDEX listing_item ON listing (item_id, locale);

CREATE TABLE media (
  address TEXT NOT NULL PRIMARY KEY,           -- SHA-256 of the bytes, hexadecimal
  media_type TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  width BIGINT NOT NULL,                       -- 0 if it has none
  height BIGINT NOT NULL,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE media_variant (
  media_address TEXT NOT NULL REFERENCES media(address),
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  address TEXT NOT NULL,                       -- of the variant's own bytes
  media_type TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (media_address, width)
);

-- Old addresses that still answer. host "": an address of the site itself.
CREATE TABLE redirect (
  site_id BIGINT NOT NULL REFERENCES site(id),
  host TEXT NOT NULL,
  path TEXT NOT NULL,                          -- with its query
  item_id BIGINT NOT NULL REFERENCES item(id),
  locale TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (path, host, site_id)
);

-- Which imported page became which edition, so that a second import finds it.
CREATE TABLE import_origin (
  item_id BIGINT NOT NULL REFERENCES item(id),
  locale TEXT NOT NULL,
  site_id BIGINT NOT NULL REFERENCES site(id),
  old_address TEXT NOT NULL,                   -- "" if unknown
  file_path TEXT NOT NULL,
  file_name TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (item_id, locale)
);
CREATE INDEX import_origin_address ON import_origin (site_id, old_address);
CREATE INDEX import_origin_name ON import_origin (site_id, file_name);

-- Append only, written in the transaction of the act.
CREATE TABLE audit (
  id ${identity},
  at BIGINT NOT NULL,
  actor_id BIGINT,                             -- NULL: the program itself or the command line
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  site_id BIGINT,
  item_id BIGINT,
  locale TEXT NOT NULL,
  revision_id BIGINT,
  detail TEXT NOT NULL                         -- JSON
);
CREATE INDEX audit_item ON audit (item_id);

-- What follows from an act (cache, index, mail); readers remember their place.
CREATE TABLE outbox (
  id ${identity},
  at BIGINT NOT NULL,
  topic TEXT NOT NULL,                         -- edition.published, site.changed, …
  site_id BIGINT,
  item_id BIGINT,
  locale TEXT NOT NULL,
  tags TEXT NOT NULL                           -- what it touches: "item:42 section:7"
);
