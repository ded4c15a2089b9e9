-- What directs the work stands on these: bodies outside the office, tasks with an owner and a day, templates of documents, files kept with anything.
-- An outside body an office works with; unit = whose locality it belongs to.
CREATE TABLE partner (
    id         integer  NOT NULL PRIMARY KEY,
    code       text     NOT NULL UNIQUE,
    kind       smallint NOT NULL,
    commune_id integer  REFERENCES commune (id),
    act        bigint   NOT NULL REFERENCES act (seq)
);

-- What is said of it; the last holds.
CREATE TABLE partner_said (
    partner_id integer NOT NULL REFERENCES partner (id),
    unit_id    integer NOT NULL REFERENCES unit (id),
    name       text    NOT NULL,
    contact    text,
    ended_on   date,
    act        bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (partner_id, act)
);

-- A task as it was given. origin and origin_id: what it comes from, a conclusion of a meeting for one; one owner.
CREATE TABLE task (
    id            bigint   NOT NULL PRIMARY KEY,
    unit_id       integer  NOT NULL REFERENCES unit (id),
    origin        smallint NOT NULL,
    origin_id     bigint   NOT NULL,
    origin_title  text     NOT NULL,
    number        text,
    heading       text,
    text          text     NOT NULL,
    measure       text,
    matter_id     uuid     REFERENCES matter (id),
    owner_unit    integer  REFERENCES unit (id),
    owner_officer integer  REFERENCES officer (id),
    owner_partner integer  REFERENCES partner (id),
    given_on      date     NOT NULL,
    due_on        date     NOT NULL,
    act           bigint   NOT NULL REFERENCES act (seq),
    CHECK (due_on >= given_on),
    CHECK ((owner_unit IS NULL AND owner_officer IS NULL) OR (owner_unit IS NULL AND owner_partner IS NULL) OR (owner_officer IS NULL AND owner_partner IS NULL)),
    CHECK (owner_unit IS NOT NULL OR owner_officer IS NOT NULL OR owner_partner IS NOT NULL)
);
CREATE INDEX task_unit ON task (unit_id);
CREATE INDEX task_origin ON task (origin, origin_id);

-- What became of it, in the order in which it was recorded: extended, given to another, done, reopened, withdrawn, noted. due_on, owner: the new ones.
CREATE TABLE task_step (
    task_id       bigint   NOT NULL REFERENCES task (id),
    number        integer  NOT NULL,
    kind          smallint NOT NULL,
    happened_on   date     NOT NULL,
    due_on        date,
    owner_unit    integer  REFERENCES unit (id),
    owner_officer integer  REFERENCES officer (id),
    owner_partner integer  REFERENCES partner (id),
    text          text     NOT NULL,
    document      text,
    act           bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (task_id, number)
);

-- A template of a kind of document, brought in by a unit for itself and what lies below it: the .docx in base 64; length 0 = the one from above again.
CREATE TABLE paper_template (
    number  integer NOT NULL PRIMARY KEY,
    unit_id integer NOT NULL REFERENCES unit (id),
    kind    text    NOT NULL,
    name    text    NOT NULL,
    content text    NOT NULL,
    hash    text    NOT NULL,
    length  integer NOT NULL,
    act     bigint  NOT NULL REFERENCES act (seq)
);

-- A file kept with something: subject = what it belongs to ("meeting:12"); content in base 64.
CREATE TABLE attachment (
    id      bigint  NOT NULL PRIMARY KEY,
    unit_id integer NOT NULL REFERENCES unit (id),
    subject text    NOT NULL,
    name    text    NOT NULL,
    content text    NOT NULL,
    hash    text    NOT NULL,
    length  integer NOT NULL,
    act     bigint  NOT NULL REFERENCES act (seq)
);
CREATE INDEX attachment_subject ON attachment (subject);
