-- Ids are 16 bytes, hashes 32 bytes (SHA-256), times nanoseconds since 1970 (UTC).

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE prompt (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    turns TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

CREATE TABLE response (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    prompt_id BLOB NOT NULL REFERENCES prompt (id),
    text TEXT NOT NULL,
    origin TEXT NOT NULL
) STRICT;
CREATE INDEX response_of_prompt ON response (prompt_id);

CREATE TABLE comparison (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    prompt_id BLOB NOT NULL REFERENCES prompt (id)
) STRICT;
CREATE INDEX comparison_of_prompt ON comparison (prompt_id);

CREATE TABLE comparison_response (
    comparison_id BLOB NOT NULL REFERENCES comparison (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 4),
    response_id BLOB NOT NULL REFERENCES response (id),
    PRIMARY KEY (comparison_id, position),
    UNIQUE (comparison_id, response_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_of_response ON comparison_response (response_id);

CREATE VIRTUAL TABLE prompt_words USING fts5 (
    text, content = 'prompt', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE response_words USING fts5 (
    text, content = 'response', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE imported_score (
    response_id BLOB NOT NULL REFERENCES response (id),
    source TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (response_id, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotator (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement_event (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('judged', 'skipped', 'flagged', 'undone')),
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    at INTEGER NOT NULL,
    comparison_id BLOB REFERENCES comparison (id),
    undoes BLOB CHECK (undoes IS NULL OR length(undoes) = 16),
    body TEXT NOT NULL,
    CHECK ((kind = 'undone') = (undoes IS NOT NULL)),
    CHECK ((kind = 'undone') = (comparison_id IS NULL))
) STRICT;
CREATE INDEX judgement_event_of_comparison ON judgement_event (comparison_id);
CREATE TRIGGER judgement_event_is_final BEFORE UPDATE ON judgement_event
BEGIN SELECT raise(ABORT, 'judgement events are never changed'); END;
CREATE TRIGGER judgement_event_stays BEFORE DELETE ON judgement_event
BEGIN SELECT raise(ABORT, 'judgement events are never removed'); END;

CREATE TABLE draft (
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    comparison_id BLOB NOT NULL REFERENCES comparison (id),
    saved_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (annotator_id, comparison_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_version (
    rule_id BLOB NOT NULL CHECK (length(rule_id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('suggested', 'active', 'paused', 'parked')),
    author TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('written', 'explained', 'suggested')),
    judgement_id BLOB CHECK (judgement_id IS NULL OR length(judgement_id) = 16),
    suggested_by TEXT NOT NULL,
    slots TEXT NOT NULL,
    concepts TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (rule_id, version),
    CHECK ((reason = 'explained') = (judgement_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE concept_version (
    name TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    entries TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

-- Derived: each row names the hash of what it was computed from.

CREATE TABLE vote_column (
    rule_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    derived_from BLOB NOT NULL CHECK (length(derived_from) = 32),
    votes BLOB NOT NULL,
    PRIMARY KEY (derived_from, rule_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE label_set (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    derived_from BLOB NOT NULL CHECK (length(derived_from) = 32),
    model TEXT NOT NULL,
    settings TEXT NOT NULL,
    fit TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE pair_label (
    set_n INTEGER NOT NULL REFERENCES label_set (n) ON DELETE CASCADE,
    comparison_id BLOB NOT NULL REFERENCES comparison (id),
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    p REAL NOT NULL CHECK (p BETWEEN 0 AND 1),
    provenance TEXT NOT NULL,
    PRIMARY KEY (set_n, comparison_id, a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_version (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    derived_from BLOB NOT NULL CHECK (length(derived_from) = 32),
    artefact BLOB NOT NULL CHECK (length(artefact) = 32),
    settings TEXT NOT NULL,
    metrics TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE reward_score (
    reward_number INTEGER NOT NULL REFERENCES reward_version (number) ON DELETE CASCADE,
    response_id BLOB NOT NULL REFERENCES response (id),
    score REAL NOT NULL,
    uncertainty REAL NOT NULL,
    PRIMARY KEY (reward_number, response_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE align_run (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    derived_from BLOB NOT NULL CHECK (length(derived_from) = 32),
    settings TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE align_iteration (
    run_id BLOB NOT NULL REFERENCES align_run (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'kept', 'rolled_back')),
    derived_from BLOB NOT NULL CHECK (length(derived_from) = 32),
    artefacts TEXT NOT NULL,
    report TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (run_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
    request TEXT NOT NULL,
    progress REAL NOT NULL CHECK (progress BETWEEN 0 AND 1),
    message TEXT NOT NULL,
    result TEXT NOT NULL,
    derived_from BLOB NOT NULL CHECK (length(derived_from) = 32),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
