-- What runs by itself once a night. Whoever writes the row of a night runs it: of several programs on one database the first. Days are the office's.
CREATE TABLE nightly_run (
    day        date        NOT NULL PRIMARY KEY,
    started_at timestamptz NOT NULL
);

-- What a part of the night's run came to: outcome 1 sound, 2 found something, 3 could not be done. A part without a row did not end.
CREATE TABLE nightly_result (
    day      date        NOT NULL REFERENCES nightly_run (day),
    part     text        NOT NULL,
    ended_at timestamptz NOT NULL,
    outcome  smallint    NOT NULL,
    checked  bigint      NOT NULL,
    found    bigint      NOT NULL,
    said     text,
    PRIMARY KEY (day, part)
);
