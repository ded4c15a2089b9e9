-- Periods in which work could not be done, each by a document: epidemic, flood, outage. A change (its end, a correction, its withdrawal) is a new row of the same number with the whole of what holds
-- from then on; of several the last holds and all of them stay. It holds for the unit and those below it; with communes for these alone. hinders: 1 persuasion, 2 coercion, 4 all work, added up.
CREATE TABLE obstacle (
    id           bigint   NOT NULL PRIMARY KEY,
    number       integer  NOT NULL CHECK (number >= 1),
    unit_id      integer  NOT NULL REFERENCES unit (id),
    cause        smallint NOT NULL,
    hinders      smallint NOT NULL CHECK (hinders BETWEEN 1 AND 7),
    first_on     date     NOT NULL,
    last_on      date,
    document     text     NOT NULL,
    document_on  date     NOT NULL,
    issuer       text     NOT NULL,
    said         text,
    end_document text,
    withdrawn    smallint NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    act          bigint   NOT NULL REFERENCES act (seq),
    CHECK (last_on IS NULL OR last_on >= first_on)
);
CREATE INDEX obstacle_of ON obstacle (number);

CREATE TABLE obstacle_commune (
    obstacle_id bigint  NOT NULL REFERENCES obstacle (id),
    commune_id  integer NOT NULL REFERENCES commune (id),
    PRIMARY KEY (obstacle_id, commune_id)
) /* sqlite: WITHOUT ROWID */;
