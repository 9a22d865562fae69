/**
 * The schema, one step per version, forward only. `PRAGMA user_version` holds how many steps a file has taken.
 * A released step is never edited: add another one. (But once: `intake` has AUTOINCREMENT in older files, which is slower
 * and otherwise all the same to whoever uses it; see intake-seqs.ts.)
 *
 * `intake`, `reply`, `target_delivery` and `replay_run` are what happened, `given_seq` the number of the newest callback
 * that has been removed, `pin` and `note` what somebody said about it,
 * `conversation_read` the last inbound message somebody has seen of a conversation.
 * Whatever is derived from them is in another file (index-schema.ts). `answer` holds answers of before that file was,
 * `answer_log` those given since (answer-log.ts).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE intake (
    seq INTEGER PRIMARY KEY,
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
  `
  CREATE TABLE replay_run (
    id TEXT PRIMARY KEY,
    started_at_ms REAL NOT NULL,
    target_id TEXT NOT NULL,
    target_name TEXT NOT NULL,
    request TEXT NOT NULL,
    state TEXT NOT NULL,
    total INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    ok INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    fixed INTEGER NOT NULL,
    regressed INTEGER NOT NULL,
    duration_ms REAL NOT NULL
  ) STRICT;
  CREATE INDEX replay_run_by_time ON replay_run (started_at_ms);

  CREATE TABLE target_delivery (
    id TEXT PRIMARY KEY,
    callback_seq INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    target_name TEXT NOT NULL,
    url TEXT NOT NULL,
    origin TEXT NOT NULL,
    at_ms REAL NOT NULL,
    duration_ms REAL NOT NULL,
    kind TEXT NOT NULL,
    http_status INTEGER,
    headers TEXT,
    body BLOB,
    is_body_cut INTEGER NOT NULL,
    /** The error of a failed delivery, or the reason of one that was held back, as JSON. */
    trouble TEXT,
    run_id TEXT,
    run_index INTEGER,
    comparison TEXT,
    difference TEXT,
    note TEXT
  ) STRICT;
  CREATE INDEX target_delivery_by_callback ON target_delivery (callback_seq, at_ms);
  CREATE INDEX target_delivery_by_run ON target_delivery (run_id, run_index) WHERE run_id IS NOT NULL;
  CREATE INDEX target_delivery_by_replay ON target_delivery (callback_seq, run_id, run_index) WHERE run_id IS NOT NULL;
  `,
  `
  DROP TABLE callback;
  CREATE TABLE pin (seq INTEGER PRIMARY KEY, at_ms REAL NOT NULL) STRICT;
  CREATE TABLE note (seq INTEGER PRIMARY KEY, text TEXT NOT NULL, at_ms REAL NOT NULL) STRICT;
  `,
  `
  ALTER TABLE reply ADD COLUMN psid TEXT;
  ALTER TABLE reply ADD COLUMN page_id TEXT;
  UPDATE reply SET psid = nullif(document ->> '$.draft.to', ''), page_id = nullif(document ->> '$.draft.from', '');
  CREATE INDEX reply_by_conversation ON reply (psid, page_id, sent_at_ms);
  CREATE TABLE conversation_read (
    psid TEXT NOT NULL,
    page_id TEXT NOT NULL,
    at_ms REAL NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (psid, page_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE imported (from_seq INTEGER PRIMARY KEY, to_seq INTEGER NOT NULL, at_ms REAL NOT NULL) STRICT;
  `,
  `
  CREATE TABLE answer_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    answers BLOB NOT NULL
  ) STRICT;
  CREATE INDEX answer_log_by_seq ON answer_log (last_seq);
  `,
  `
  CREATE TABLE given_seq (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL) STRICT;
  INSERT INTO given_seq SELECT 1, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'intake'), 0);
  `,
]
