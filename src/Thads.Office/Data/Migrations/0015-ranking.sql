-- What was decided of a unit's year: its rank among those right below its superior ("5/15"), its grade, its recognition. Of several the one recorded last holds.
CREATE TABLE recognition (
    id         bigint   NOT NULL PRIMARY KEY,
    unit_id    integer  NOT NULL REFERENCES unit (id),
    year       smallint NOT NULL,
    place      smallint CHECK (place >= 1),
    of_units   smallint CHECK (of_units >= 1),
    grade      text,
    level      text,
    decided_by text     NOT NULL,
    decision   text     NOT NULL,
    decided_on date     NOT NULL,
    scheme     text,
    note       text,
    act        bigint   NOT NULL REFERENCES act (seq),
    CHECK ((place IS NULL AND of_units IS NULL) OR (place IS NOT NULL AND of_units IS NOT NULL AND place <= of_units)),
    CHECK (place IS NOT NULL OR grade IS NOT NULL OR level IS NOT NULL)
);
CREATE INDEX recognition_of ON recognition (unit_id, year);

-- Points given for a criterion of a scheme: stage 1 by the unit itself, 2 verified by the superior unit, 3 final. points and computed in hundredths; computed = what the
-- program had from the figures when they were given, null = nothing. breaches: for points taken off per breach. Of several the one given last holds.
CREATE TABLE score (
    id        bigint   NOT NULL PRIMARY KEY,
    unit_id   integer  NOT NULL REFERENCES unit (id),
    year      smallint NOT NULL,
    scheme    text     NOT NULL,
    criterion text     NOT NULL,
    stage     smallint NOT NULL CHECK (stage BETWEEN 1 AND 3),
    points    integer  NOT NULL,
    computed  integer,
    breaches  integer  CHECK (breaches >= 0),
    reason    text,
    act       bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX score_of ON score (unit_id, year, scheme);

-- What an office says to something it was asked to review: kind and subject name it, as the list of matters to review does.
CREATE TABLE review_answer (
    id      bigint   NOT NULL PRIMARY KEY,
    unit_id integer  NOT NULL REFERENCES unit (id),
    year    smallint NOT NULL,
    kind    text     NOT NULL,
    subject text     NOT NULL,
    answer  text     NOT NULL,
    act     bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX review_answer_of ON review_answer (unit_id, year);
