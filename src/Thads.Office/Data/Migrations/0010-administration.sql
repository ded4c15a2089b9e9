-- A period that ends before the day it was written to end, or that had no end. The earliest end counts; what follows is a period of its own.
CREATE TABLE unit_period_end (
    unit_id integer NOT NULL,
    number  integer NOT NULL,
    last_on date    NOT NULL,
    act     bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (unit_id, number, act),
    FOREIGN KEY (unit_id, number) REFERENCES unit_period (unit_id, number)
);

CREATE TABLE officer_period_end (
    officer_id integer NOT NULL,
    number     integer NOT NULL,
    last_on    date    NOT NULL,
    act        bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (officer_id, number, act),
    FOREIGN KEY (officer_id, number) REFERENCES officer_period (officer_id, number)
);

-- The earliest end counts, and the successor that was said last.
CREATE TABLE commune_end (
    commune_id integer NOT NULL REFERENCES commune (id),
    last_on    date    NOT NULL,
    successor  text,
    act        bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (commune_id, act)
);

-- A commune has one row: what was said last of its name and of the unit in whose area it lies is what holds.
CREATE TABLE commune_change (
    commune_id integer NOT NULL REFERENCES commune (id),
    name       text    NOT NULL,
    unit_id    integer NOT NULL REFERENCES unit (id),
    act        bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (commune_id, act)
);

CREATE INDEX unit_period_end_act ON unit_period_end (act);
CREATE INDEX officer_period_end_act ON officer_period_end (act);
CREATE INDEX commune_end_act ON commune_end (act);
CREATE INDEX commune_change_act ON commune_change (act);

-- What the office has decided for itself, from a day on; unit null = the whole tree. Of values for one day the one said last holds.
CREATE TABLE setting_value (
    number     integer NOT NULL PRIMARY KEY,
    key        text    NOT NULL,
    unit_id    integer REFERENCES unit (id),
    value      text    NOT NULL,
    valid_from date    NOT NULL,
    act        bigint  NOT NULL REFERENCES act (seq)
);

-- Whose the thing is that an act of administration changed: only who sees that account or unit reads the line. Both null = the whole tree.
ALTER TABLE act_change ADD COLUMN account_id integer REFERENCES account (id);
ALTER TABLE act_change ADD COLUMN unit_id integer REFERENCES unit (id);
CREATE INDEX act_change_account ON act_change (account_id);

-- Reading what was done: by day, by person, and by the act that brought matters in.
CREATE INDEX act_at ON act (at);
CREATE INDEX matter_act ON matter (act);
CREATE INDEX sign_in_at ON sign_in (at);
