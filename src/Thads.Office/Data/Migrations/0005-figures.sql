-- What was assigned: value in hundredths of a percent; officer null = the unit.
CREATE TABLE target (
    unit_id    integer  NOT NULL REFERENCES unit (id),
    officer_id integer  REFERENCES officer (id),
    year       smallint NOT NULL,
    measure    smallint NOT NULL,
    value      integer  NOT NULL CHECK (value >= 0),
    pace       smallint NOT NULL,
    decision   text,
    decided_on date,
    extra      text,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE UNIQUE INDEX target_key ON target (unit_id, year, measure, coalesce(officer_id, 0));

-- Figures of units that report by file: the cells as they were given, by column name, in JSON.
CREATE TABLE reported_figure (
    unit_id integer  NOT NULL REFERENCES unit (id),
    year    smallint NOT NULL,
    months  smallint NOT NULL,
    measure smallint NOT NULL,
    cells   text     NOT NULL,
    extra   text,
    act     bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (unit_id, year, months, measure)
);
