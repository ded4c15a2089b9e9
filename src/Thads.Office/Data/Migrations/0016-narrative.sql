-- What people add to the reports in words. Nothing is overwritten: of several rows of the same place the last act holds.
-- A text of a report; empty = taken away; draft = carried over from the year before and not yet looked at.
CREATE TABLE narrative_text (
    unit_id integer  NOT NULL REFERENCES unit (id),
    year    smallint NOT NULL,
    months  smallint NOT NULL CHECK (months BETWEEN 1 AND 12),
    block   text     NOT NULL,
    text    text     NOT NULL,
    draft   smallint NOT NULL,
    act     bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (unit_id, year, months, block, act)
);

-- A number typed in the place of a computed one: digits with a point, as printed; null = the computed one again.
CREATE TABLE narrative_number (
    unit_id integer  NOT NULL REFERENCES unit (id),
    year    smallint NOT NULL,
    months  smallint NOT NULL CHECK (months BETWEEN 1 AND 12),
    fact    text     NOT NULL,
    value   text,
    reason  text     NOT NULL,
    act     bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (unit_id, year, months, fact, act)
);

-- A template of a report in words, brought in by a unit for itself and what lies below it: the .docx in base 64.
CREATE TABLE narrative_template (
    number  integer  NOT NULL PRIMARY KEY,
    unit_id integer  NOT NULL REFERENCES unit (id),
    kind    smallint NOT NULL,
    name    text     NOT NULL,
    content text     NOT NULL,
    hash    text     NOT NULL,
    length  integer  NOT NULL,
    act     bigint   NOT NULL REFERENCES act (seq)
);
