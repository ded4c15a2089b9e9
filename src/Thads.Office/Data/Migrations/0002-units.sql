-- A code may live through several periods with other names, kinds and places in the tree; valid_to is the last day.
CREATE TABLE unit (
    id   integer NOT NULL PRIMARY KEY,
    code text    NOT NULL UNIQUE
);

CREATE TABLE unit_period (
    unit_id    integer NOT NULL REFERENCES unit (id),
    number     integer NOT NULL,
    name       text    NOT NULL,
    kind       integer NOT NULL,
    parent_id  integer REFERENCES unit (id),
    valid_from date,
    valid_to   date,
    extra      text,
    act        bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (unit_id, number)
);

CREATE TABLE unit_succession (
    from_id integer NOT NULL REFERENCES unit (id),
    to_id   integer NOT NULL REFERENCES unit (id),
    from_on date    NOT NULL,
    extra   text,
    act     bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (from_id, from_on, to_id)
);

CREATE TABLE commune (
    id         integer NOT NULL PRIMARY KEY,
    code       text    NOT NULL UNIQUE,
    name       text    NOT NULL,
    unit_id    integer NOT NULL REFERENCES unit (id),
    valid_from date,
    valid_to   date,
    successor  text,
    extra      text,
    act        bigint  NOT NULL REFERENCES act (seq)
);

CREATE TABLE officer (
    id   integer NOT NULL PRIMARY KEY,
    code text    NOT NULL UNIQUE
);

CREATE TABLE officer_period (
    officer_id integer NOT NULL REFERENCES officer (id),
    number     integer NOT NULL,
    name       text    NOT NULL,
    unit_id    integer NOT NULL REFERENCES unit (id),
    title      integer NOT NULL,
    valid_from date,
    valid_to   date,
    extra      text,
    act        bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (officer_id, number)
);

-- The last act that added to the tree is asked for by every act and report.
CREATE INDEX unit_period_act ON unit_period (act);
CREATE INDEX unit_succession_act ON unit_succession (act);
CREATE INDEX commune_act ON commune (act);
CREATE INDEX officer_period_act ON officer_period (act);
