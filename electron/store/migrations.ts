/**
 * The schema, one step per version, forward only. `PRAGMA user_version` holds how many steps a file has taken.
 * A released step is never edited: add another one.
 *
 * `intake`, `answer` and `reply` are what happened. `callback` is derived from `intake` and can be rebuilt from it.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE intake (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at_ms REAL NOT NULL,
    route TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    flaw TEXT,
    headers TEXT NOT NULL,
    body BLOB NOT NULL
  ) STRICT;

  CREATE TABLE answer (
    seq INTEGER PRIMARY KEY,
    http_status INTEGER NOT NULL,
    duration_ms REAL NOT NULL
  ) STRICT;

  CREATE TABLE callback (
    seq INTEGER PRIMARY KEY,
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

  CREATE TABLE reply (
    id TEXT PRIMARY KEY,
    sent_at_ms REAL NOT NULL,
    message_uuid TEXT,
    summary TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT;
  CREATE INDEX reply_by_message ON reply (message_uuid) WHERE message_uuid IS NOT NULL;
  CREATE INDEX reply_by_time ON reply (sent_at_ms);
  `,
]
