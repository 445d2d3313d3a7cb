-- Detectors: classifiers that rules ask. A version is never changed; the highest is current.

CREATE TABLE detector_version (
    name TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    state TEXT NOT NULL CHECK (state IN ('untrained', 'trained', 'removed')),
    kind TEXT NOT NULL CHECK (kind IN ('examples', 'head', 'checkpoint')),
    body TEXT NOT NULL,
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE detector_mark (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    detector TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label IN ('yes', 'no', 'withdrawn')),
    source TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX detector_mark_of_detector ON detector_mark (detector);

-- Derived: what a detector of that fingerprint said of a text, by the first 16 bytes of the SHA-256
-- of the text's UTF-8.

CREATE TABLE detector_score (
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    text BLOB NOT NULL CHECK (length(text) = 16),
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (fingerprint, text)
) STRICT, WITHOUT ROWID;
