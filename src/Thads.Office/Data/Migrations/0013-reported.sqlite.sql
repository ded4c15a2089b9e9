-- A unit that reports by file may send a corrected file: the one that an act brought in last holds, and what was there before stays.
-- source: name of the file; null = typed, or brought in by an exchange set.
CREATE TABLE reported_figure_anew (
    unit_id integer  NOT NULL REFERENCES unit (id),
    year    smallint NOT NULL,
    months  smallint NOT NULL,
    measure smallint NOT NULL,
    cells   text     NOT NULL,
    extra   text,
    act     bigint   NOT NULL REFERENCES act (seq),
    source  text,
    PRIMARY KEY (unit_id, year, months, measure, act)
);
INSERT INTO reported_figure_anew (unit_id, year, months, measure, cells, extra, act) SELECT unit_id, year, months, measure, cells, extra, act FROM reported_figure;
DROP TABLE reported_figure;
ALTER TABLE reported_figure_anew RENAME TO reported_figure;
