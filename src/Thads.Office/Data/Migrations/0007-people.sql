-- Who signs in. Hash, counters and keys change with use; who a person is, and what they may do, is written by acts.
CREATE TABLE account (
    id                integer     NOT NULL PRIMARY KEY,
    name              text        NOT NULL UNIQUE,
    full_name         text        NOT NULL,
    officer_id        integer     REFERENCES officer (id),
    password_hash     text,
    stamp             text        NOT NULL,
    failures          integer     NOT NULL,
    locked_until      timestamptz,
    authenticator_key text,
    two_factor        smallint    NOT NULL,
    blocked           smallint    NOT NULL,
    code_hash         text,
    code_until        timestamptz,
    act               bigint      NOT NULL REFERENCES act (seq)
);

-- For the day the telephone is lost: each code works once.
CREATE TABLE recovery_code (
    account_id integer  NOT NULL REFERENCES account (id),
    number     integer  NOT NULL,
    hash       text     NOT NULL,
    used       smallint NOT NULL,
    PRIMARY KEY (account_id, number)
);

-- A role over a unit and what lies below it; unit null = the whole tree. Ended early by a row of role_end.
CREATE TABLE role_given (
    number     integer  NOT NULL PRIMARY KEY,
    account_id integer  NOT NULL REFERENCES account (id),
    role       smallint NOT NULL,
    unit_id    integer  REFERENCES unit (id),
    valid_from date,
    valid_to   date,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX role_given_account ON role_given (account_id);

CREATE TABLE role_end (
    number  integer NOT NULL PRIMARY KEY REFERENCES role_given (number),
    last_on date    NOT NULL,
    act     bigint  NOT NULL REFERENCES act (seq)
);

-- Who may sign for the head, of what, from when to when, by which document.
CREATE TABLE signing_given (
    number     integer NOT NULL PRIMARY KEY,
    account_id integer NOT NULL REFERENCES account (id),
    unit_id    integer NOT NULL REFERENCES unit (id),
    matters    text    NOT NULL,
    document   text    NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date,
    act        bigint  NOT NULL REFERENCES act (seq)
);

CREATE TABLE signing_end (
    number  integer NOT NULL PRIMARY KEY REFERENCES signing_given (number),
    last_on date    NOT NULL,
    act     bigint  NOT NULL REFERENCES act (seq)
);

-- What an act of administration changed, thing by thing, so that it can be read: before -> after.
CREATE TABLE act_change (
    act          bigint  NOT NULL REFERENCES act (seq),
    number       integer NOT NULL,
    subject      text    NOT NULL,
    field        text    NOT NULL,
    before_value text,
    after_value  text,
    PRIMARY KEY (act, number)
);

-- A signed-in browser. It ends by itself, by signing out, by a new password or by the administrator.
CREATE TABLE session (
    id         uuid        NOT NULL PRIMARY KEY,
    account_id integer     NOT NULL REFERENCES account (id),
    stamp      text        NOT NULL,
    started_at timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    address    text        NOT NULL,
    device     text        NOT NULL
);
CREATE INDEX session_account ON session (account_id);

-- Every try to sign in; account null = nobody of that name (what was typed is not kept: it may be a password).
CREATE TABLE sign_in (
    id         uuid        NOT NULL PRIMARY KEY,
    account_id integer     REFERENCES account (id),
    at         timestamptz NOT NULL,
    outcome    smallint    NOT NULL,
    address    text        NOT NULL
);
CREATE INDEX sign_in_account ON sign_in (account_id, at);
