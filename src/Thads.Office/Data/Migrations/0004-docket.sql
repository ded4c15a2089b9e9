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

-- What happened in a month of a statistical year, summed by account and day of knowledge. A handover is two rows: state -> elsewhere where it
-- left, elsewhere -> state where it came. Unit 0 is the whole country, by class alone, without handovers; there known_on is null when it was
-- known within that month. number: place of the row in its batch; rows of one account, month and day add up.
CREATE TABLE docket_month (
    unit_id    integer  NOT NULL,
    officer_id integer  NOT NULL,
    measure    smallint NOT NULL,
    year       smallint NOT NULL,
    month      smallint NOT NULL,
    class      smallint NOT NULL,
    from_state smallint NOT NULL,
    to_state   smallint NOT NULL,
    known_on   date,
    quantity   bigint   NOT NULL,
    batch      integer  NOT NULL,
    number     integer  NOT NULL,
    PRIMARY KEY (unit_id, measure, year, month, batch, number)
) /* sqlite: WITHOUT ROWID */;

-- Opening stock of a statistical year, from the moves of the batch before it. known_on is null when it was known by then.
-- A batch has openings up to its last_year; later years open as that one, since the batch has no later moves.
CREATE TABLE docket_opening (
    unit_id    integer  NOT NULL,
    officer_id integer  NOT NULL,
    measure    smallint NOT NULL,
    year       smallint NOT NULL,
    class      smallint NOT NULL,
    state      smallint NOT NULL,
    known_on   date,
    quantity   bigint   NOT NULL,
    batch      integer  NOT NULL,
    number     integer  NOT NULL,
    PRIMARY KEY (unit_id, measure, year, batch, number)
) /* sqlite: WITHOUT ROWID */;
