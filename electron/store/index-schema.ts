/** Counts up with every change of what is derived or of how it is kept: the index of another version is made anew. */
export const INDEX_VERSION = 6

/** What is kept when the index is made anew: what has been thrown away but is not yet removed. */
export const KEPT_TABLES = `
  CREATE TABLE IF NOT EXISTS trash_batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    due_at_ms REAL NOT NULL,
    events INTEGER NOT NULL DEFAULT 0,
    callbacks INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS trash (
    seq INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS trash_by_batch ON trash (batch_id);
`

export const DROP_KEPT = 'DROP TABLE IF EXISTS trash; DROP TABLE IF EXISTS trash_batch;'

/**
 * Everything else follows from the captured requests. `answer` is what the listener's log of answers says, up to the row
 * of it in `answer_position`. `facet` has one row per combination of the fields with few
 * values, and how often it occurs. `search` holds, per event, its words, each behind a mark for the event's kind, and four
 * kinds of tags (see search-tags.ts), so that one full-text query answers any mixture of filter and text; and the mark and
 * first two letters of each word, which every search that is typed asks for, and which would cost more with every callback
 * without that. `search_word` tells which words there are. `time_block` says which
 * times occur among each 1,024 callbacks; `time_count` how many events of which facet came in in each second, minute and hour. `failed` are callbacks
 * that could not be derived and are tried again on the next start. `sent` has the messages of others than this app, known
 * by their statuses (`seq` is the first of them); `conversation` the newest message between each person and each Page
 * (see conversation-table.ts).
 */
export const DERIVED_TABLES = `
  CREATE TABLE position (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    events INTEGER NOT NULL,
    callbacks INTEGER NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  INSERT INTO position VALUES (1, 0, 0, 0, 0);

  CREATE TABLE answer (
    seq INTEGER PRIMARY KEY,
    http_status INTEGER NOT NULL,
    duration_ms REAL NOT NULL
  ) STRICT;
  INSERT INTO answer SELECT seq, http_status, duration_ms FROM truth.answer;
  CREATE TABLE answer_position (id INTEGER PRIMARY KEY CHECK (id = 1), log_id INTEGER NOT NULL) STRICT;
  INSERT INTO answer_position VALUES (1, 0);

  CREATE TABLE callback (
    seq INTEGER PRIMARY KEY,
    received_at_ms REAL NOT NULL,
    size_bytes INTEGER NOT NULL,
    facet_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    version TEXT,
    type TEXT NOT NULL,
    psid TEXT,
    page_id TEXT,
    message_uuid TEXT,
    summary TEXT NOT NULL,
    error_code TEXT,
    error_reason TEXT,
    signature TEXT NOT NULL,
    jti TEXT,
    content_hash TEXT,
    first_seq INTEGER,
    window_from_ms REAL
  ) STRICT;
  CREATE INDEX callback_by_message ON callback (message_uuid) WHERE message_uuid IS NOT NULL;
  CREATE INDEX callback_by_jti ON callback (jti) WHERE jti IS NOT NULL;
  CREATE INDEX callback_by_first ON callback (first_seq) WHERE first_seq IS NOT NULL;
  CREATE INDEX callback_by_window ON callback (psid, page_id, window_from_ms) WHERE window_from_ms IS NOT NULL;

  CREATE INDEX callback_by_conversation ON callback (psid, page_id, received_at_ms)
    WHERE kind = 'inbound' AND first_seq IS NULL;

  CREATE TABLE sent (
    seq INTEGER PRIMARY KEY,
    message_uuid TEXT NOT NULL UNIQUE,
    psid TEXT NOT NULL,
    page_id TEXT NOT NULL,
    at_ms REAL NOT NULL
  ) STRICT;
  CREATE INDEX sent_by_conversation ON sent (psid, page_id, at_ms);

  CREATE TABLE conversation (
    psid TEXT NOT NULL,
    page_id TEXT NOT NULL,
    at_ms REAL NOT NULL,
    source INTEGER NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (psid, page_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX conversation_by_time ON conversation (at_ms);
  INSERT OR REPLACE INTO conversation SELECT psid, page_id, sent_at_ms, 2, rowid FROM truth.reply
    WHERE psid IS NOT NULL AND page_id IS NOT NULL ORDER BY sent_at_ms, rowid;

  CREATE TABLE facet (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    version TEXT,
    signature TEXT NOT NULL,
    code TEXT,
    has TEXT NOT NULL,
    events INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE time_block (block INTEGER PRIMARY KEY, from_ms REAL NOT NULL, to_ms REAL NOT NULL) STRICT;
  CREATE TABLE time_count (
    step_s INTEGER NOT NULL,
    at_s INTEGER NOT NULL,
    facet_id INTEGER NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (step_s, at_s, facet_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE failed (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL) STRICT;

  CREATE VIRTUAL TABLE search USING fts5(
    text, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'", prefix = '3'
  );
  CREATE VIRTUAL TABLE search_word USING fts5vocab(search, instance);
`

export const DROP_DERIVED = [
  'position',
  'main.answer',
  'answer_position',
  'callback',
  'sent',
  'conversation',
  'facet',
  'time_block',
  'time_count',
  'failed',
  'search_word',
  'search',
]
  .map((table) => `DROP TABLE IF EXISTS ${table};`)
  .join('\n')
