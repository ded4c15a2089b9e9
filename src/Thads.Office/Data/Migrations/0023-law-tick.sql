-- A row of the tables of law that somebody laid beside the gazette and found right. Only added to; of several ticks of one row the last one holds, and only
-- while the row still says what it said (print).
CREATE TABLE law_tick (
    number     integer  NOT NULL PRIMARY KEY,
    row_id     text     NOT NULL,
    print      text     NOT NULL,
    found_in   text     NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX law_tick_of ON law_tick (row_id);
