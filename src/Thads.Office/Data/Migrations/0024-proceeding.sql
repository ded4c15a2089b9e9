-- What a step or an event was recorded with beyond what moves the book: its ground, its paper, its time. One row for a step or an event, and only added to.
CREATE TABLE proceeding (
    matter_id uuid     NOT NULL REFERENCES matter (id),
    is_event  smallint NOT NULL CHECK (is_event IN (0, 1)),
    number    integer  NOT NULL,
    form      text     NOT NULL,
    ground    text,
    document  text,
    at_time   text,
    forces    smallint NOT NULL,
    until_day date,
    act       bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (matter_id, is_event, number)
);
