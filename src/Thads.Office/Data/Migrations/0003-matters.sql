CREATE TABLE matter (
    id                 uuid     NOT NULL PRIMARY KEY,
    code               text     NOT NULL UNIQUE,
    unit_id            integer  NOT NULL REFERENCES unit (id),
    officer_id         integer  REFERENCES officer (id),
    decision_number    text,
    decided_on         date     NOT NULL,
    known_on           date     NOT NULL,
    basis              smallint NOT NULL,
    type               smallint NOT NULL,
    credit_institution smallint NOT NULL,
    corruption         smallint NOT NULL,
    by_delegation      smallint NOT NULL,
    judgment_number    text,
    judgment_on        date,
    court              text,
    effective_on       date,
    received_on        date,
    requested_on       date,
    commune_id         integer  REFERENCES commune (id),
    extra              text,
    act                bigint   NOT NULL,
    CHECK (known_on >= decided_on)
) /* sqlite: WITHOUT ROWID */;

-- Who holds the matter today and how often it was changed: drawn from its steps, kept for lists and locks, never counted.
CREATE TABLE matter_now (
    matter_id  uuid     NOT NULL PRIMARY KEY REFERENCES matter (id),
    unit_id    integer  NOT NULL,
    officer_id integer,
    state      smallint NOT NULL,
    version    integer  NOT NULL
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX matter_now_unit ON matter_now (unit_id, officer_id);

CREATE TABLE obligation (
    matter_id     uuid     NOT NULL REFERENCES matter (id),
    number        integer  NOT NULL,
    code          text     NOT NULL,
    kind          smallint NOT NULL,
    state_revenue smallint NOT NULL,
    amount        bigint   NOT NULL CHECK (amount >= 0),
    debtor        text,
    creditor      text,
    what          text,
    extra         text,
    PRIMARY KEY (matter_id, number)
) /* sqlite: WITHOUT ROWID */;

CREATE TABLE party (
    id         uuid     NOT NULL PRIMARY KEY,
    code       text     NOT NULL UNIQUE,
    kind       smallint NOT NULL,
    name       text     NOT NULL,
    number     text,
    address    text,
    commune_id integer  REFERENCES commune (id),
    extra      text,
    act        bigint   NOT NULL
);

CREATE TABLE matter_party (
    matter_id uuid     NOT NULL REFERENCES matter (id),
    number    integer  NOT NULL,
    line      integer  NOT NULL,
    party_id  uuid     NOT NULL REFERENCES party (id),
    role      smallint NOT NULL,
    extra     text,
    act       bigint   NOT NULL,
    PRIMARY KEY (matter_id, number)
) /* sqlite: WITHOUT ROWID */;

-- line 0 = all open lines, or none is meant. number = order of entry into the books.
CREATE TABLE step (
    matter_id   uuid     NOT NULL REFERENCES matter (id),
    number      integer  NOT NULL,
    line        integer  NOT NULL,
    kind        smallint NOT NULL,
    happened_on date     NOT NULL,
    known_on    date     NOT NULL,
    amount      bigint   NOT NULL CHECK (amount >= 0),
    to_unit     integer,
    to_officer  integer,
    manner      smallint,
    note        text,
    extra       text,
    act         bigint   NOT NULL,
    PRIMARY KEY (matter_id, number),
    CHECK (known_on >= happened_on)
) /* sqlite: WITHOUT ROWID */;

CREATE TABLE step_void (
    matter_id uuid    NOT NULL,
    step      integer NOT NULL,
    voided_on date    NOT NULL,
    act       bigint  NOT NULL,
    PRIMARY KEY (matter_id, step),
    FOREIGN KEY (matter_id, step) REFERENCES step (matter_id, number)
) /* sqlite: WITHOUT ROWID */;

-- What happened without moving the book. A table of its own name: `event` is a word of many databases.
CREATE TABLE matter_event (
    matter_id   uuid     NOT NULL REFERENCES matter (id),
    number      integer  NOT NULL,
    line        integer  NOT NULL,
    kind        smallint NOT NULL,
    happened_on date     NOT NULL,
    known_on    date     NOT NULL,
    result      smallint,
    partner     text,
    note        text,
    extra       text,
    act         bigint   NOT NULL,
    PRIMARY KEY (matter_id, number),
    CHECK (known_on >= happened_on)
) /* sqlite: WITHOUT ROWID */;

CREATE TABLE matter_event_void (
    matter_id uuid    NOT NULL,
    event     integer NOT NULL,
    voided_on date    NOT NULL,
    act       bigint  NOT NULL,
    PRIMARY KEY (matter_id, event),
    FOREIGN KEY (matter_id, event) REFERENCES matter_event (matter_id, number)
) /* sqlite: WITHOUT ROWID */;
