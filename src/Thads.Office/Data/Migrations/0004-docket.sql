-- The book of cases. quantity is negative where the move takes an earlier one back. Line 0 is the matter itself (measure: matters).
-- From-account = (from_unit, from_officer, class, docket_year, from_state), to-account likewise; officer 0 = not assigned.
CREATE TABLE move (
    matter_id    uuid     NOT NULL,
    number       integer  NOT NULL,
    step         integer  NOT NULL,
    line         integer  NOT NULL,
    quantity     bigint   NOT NULL,
    taken_back   smallint NOT NULL,
    happened_on  date     NOT NULL,
    known_on     date     NOT NULL,
    class        smallint NOT NULL,
    docket_year  smallint NOT NULL,
    from_state   smallint NOT NULL,
    to_state     smallint NOT NULL,
    from_unit    integer  NOT NULL,
    from_officer integer  NOT NULL,
    to_unit      integer  NOT NULL,
    to_officer   integer  NOT NULL,
    act          bigint   NOT NULL,
    PRIMARY KEY (matter_id, number)
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX move_unit ON move (to_unit, happened_on);
CREATE INDEX move_handed_over ON move (from_unit, happened_on) WHERE from_unit <> to_unit;

-- The summary: append-only sums of the moves of whole acts, a batch of acts at a time. Reading takes the batches up to
-- the cut-off and the moves of the acts after them; `thads verify` proves that batches and moves agree.
CREATE TABLE docket_batch (
    number    integer  NOT NULL PRIMARY KEY,
    first_act bigint   NOT NULL,
    last_act  bigint   NOT NULL,
    last_year smallint NOT NULL,
    CHECK (first_act <= last_act)
);

-- Sums by unit and class of what happened in a month of a statistical year. A handover is two rows: state -> elsewhere where it left,
-- elsewhere -> state where it came. known_on is null when it was known within that month, else the day.
CREATE TABLE docket_month (
    unit_id    integer  NOT NULL,
    year       smallint NOT NULL,
    month      smallint NOT NULL,
    measure    smallint NOT NULL,
    class      smallint NOT NULL,
    from_state smallint NOT NULL,
    to_state   smallint NOT NULL,
    known_on   date,
    quantity   bigint   NOT NULL,
    batch      integer  NOT NULL
);
CREATE INDEX docket_month_unit ON docket_month (unit_id, year, measure);
CREATE INDEX docket_month_year ON docket_month (year, measure);

-- The same by officer; of the class only "by delegation" is kept.
CREATE TABLE docket_month_officer (
    unit_id    integer  NOT NULL,
    officer_id integer  NOT NULL,
    year       smallint NOT NULL,
    month      smallint NOT NULL,
    measure    smallint NOT NULL,
    class      smallint NOT NULL,
    from_state smallint NOT NULL,
    to_state   smallint NOT NULL,
    known_on   date,
    quantity   bigint   NOT NULL,
    batch      integer  NOT NULL
);
CREATE INDEX docket_month_officer_unit ON docket_month_officer (unit_id, year, measure);

-- Opening stock of a statistical year, from the moves of the batch before it. known_on is null when it was known by then.
-- A batch has openings up to its last_year; later years open as that one, since the batch has no later moves.
CREATE TABLE docket_opening (
    unit_id  integer  NOT NULL,
    year     smallint NOT NULL,
    measure  smallint NOT NULL,
    class    smallint NOT NULL,
    state    smallint NOT NULL,
    known_on date,
    quantity bigint   NOT NULL,
    batch    integer  NOT NULL
);
CREATE INDEX docket_opening_unit ON docket_opening (unit_id, year, measure);
CREATE INDEX docket_opening_year ON docket_opening (year, measure);

CREATE TABLE docket_opening_officer (
    unit_id    integer  NOT NULL,
    officer_id integer  NOT NULL,
    year       smallint NOT NULL,
    measure    smallint NOT NULL,
    class      smallint NOT NULL,
    state      smallint NOT NULL,
    known_on   date,
    quantity   bigint   NOT NULL,
    batch      integer  NOT NULL
);
CREATE INDEX docket_opening_officer_unit ON docket_opening_officer (unit_id, year, measure);
