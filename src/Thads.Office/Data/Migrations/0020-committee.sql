-- The steering committee (Ban chỉ đạo thi hành án dân sự) of a unit's locality: set up by a decision, ended by another. level: see CommitteeLevel.
CREATE TABLE committee (
    id          integer  NOT NULL PRIMARY KEY,
    unit_id     integer  NOT NULL REFERENCES unit (id),
    level       smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
    name        text     NOT NULL,
    decision    text     NOT NULL,
    decided_on  date     NOT NULL,
    issuer      text     NOT NULL,
    begins_on   date     NOT NULL,
    predecessor integer  REFERENCES committee (id),
    act         bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX committee_unit ON committee (unit_id);

CREATE TABLE committee_end (
    committee_id integer NOT NULL PRIMARY KEY REFERENCES committee (id),
    last_on      date    NOT NULL,
    document     text    NOT NULL,
    act          bigint  NOT NULL REFERENCES act (seq)
);

-- A term of a member. partner_id = the body the member comes from; null = the unit itself. replaces = the term this one follows on the same seat.
CREATE TABLE committee_member (
    id           integer  NOT NULL PRIMARY KEY,
    committee_id integer  NOT NULL REFERENCES committee (id),
    position     smallint NOT NULL CHECK (position BETWEEN 1 AND 5),
    name         text     NOT NULL,
    title        text     NOT NULL,
    partner_id   integer  REFERENCES partner (id),
    from_on      date     NOT NULL,
    decision     text     NOT NULL,
    replaces     integer  REFERENCES committee_member (id),
    act          bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX committee_member_of ON committee_member (committee_id);

CREATE TABLE committee_member_end (
    member_id integer NOT NULL PRIMARY KEY REFERENCES committee_member (id),
    last_on   date    NOT NULL,
    reason    text    NOT NULL,
    act       bigint  NOT NULL REFERENCES act (seq)
);

-- How a committee works, from a day on; the last row of a day holds. agenda_from: matters with so many đồng left are proposed for an empty agenda.
CREATE TABLE committee_rule (
    id           integer  NOT NULL PRIMARY KEY,
    committee_id integer  NOT NULL REFERENCES committee (id),
    valid_from   date     NOT NULL,
    cycle_months smallint NOT NULL CHECK (cycle_months IN (1, 2, 3, 4, 6, 12)),
    papers_days  smallint NOT NULL CHECK (papers_days BETWEEN 0 AND 30),
    quorum       smallint NOT NULL CHECK (quorum BETWEEN 0 AND 99),
    procuracy    smallint NOT NULL,
    agenda_from  bigint   NOT NULL CHECK (agenda_from >= 0),
    document     text     NOT NULL,
    act          bigint   NOT NULL REFERENCES act (seq)
);

-- A meeting. year and month: the period of the working rules it is for, by its first month; month null = out of turn.
CREATE TABLE meeting (
    id           integer  NOT NULL PRIMARY KEY,
    committee_id integer  NOT NULL REFERENCES committee (id),
    year         smallint NOT NULL,
    month        smallint CHECK (month BETWEEN 1 AND 12),
    act          bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX meeting_committee ON meeting (committee_id);

-- What became of it: planned, put off, cancelled, papers sent, held, notice of conclusions issued. day, time, place, chair: of the meeting from now on.
CREATE TABLE meeting_step (
    meeting_id  integer  NOT NULL REFERENCES meeting (id),
    number      integer  NOT NULL,
    kind        smallint NOT NULL CHECK (kind BETWEEN 1 AND 6),
    happened_on date     NOT NULL,
    day         date,
    time        text,
    place       text,
    chair       integer  REFERENCES committee_member (id),
    text        text,
    document    text,
    signer      text,
    act         bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (meeting_id, number)
);

-- The agenda, whole in each version; the last holds. item stays with a line through all versions. A version without lines has one with item 0.
CREATE TABLE meeting_agenda (
    meeting_id integer  NOT NULL REFERENCES meeting (id),
    version    integer  NOT NULL,
    place      integer  NOT NULL,
    item       integer  NOT NULL,
    title      text     NOT NULL,
    minutes    smallint NOT NULL CHECK (minutes BETWEEN 0 AND 480),
    reporter   text,
    paper      text,
    matter_id  uuid     REFERENCES matter (id),
    act        bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (meeting_id, version, place)
);

-- Who is invited: a member, a body that is none, or somebody by name.
CREATE TABLE meeting_invited (
    id         integer  NOT NULL PRIMARY KEY,
    meeting_id integer  NOT NULL REFERENCES meeting (id),
    member_id  integer  REFERENCES committee_member (id),
    partner_id integer  REFERENCES partner (id),
    name       text,
    sent_on    date     NOT NULL,
    channel    smallint NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX meeting_invited_to ON meeting_invited (meeting_id);

-- What one who was invited answered, and who came; the last row holds.
CREATE TABLE meeting_attendance (
    invited_id integer  NOT NULL REFERENCES meeting_invited (id),
    answer     smallint NOT NULL CHECK (answer BETWEEN 1 AND 5),
    said       text,
    act        bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (invited_id, act)
);

-- What was said to a line of the agenda; item 0 = the open conclusions of earlier meetings. Every writing stays, the last holds.
CREATE TABLE meeting_minutes (
    meeting_id integer NOT NULL REFERENCES meeting (id),
    item       integer NOT NULL,
    text       text    NOT NULL,
    act        bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (meeting_id, item, act)
);

-- A matter under the direction of a committee, since when and by which meeting or document.
CREATE TABLE directed_matter (
    id           integer NOT NULL PRIMARY KEY,
    committee_id integer NOT NULL REFERENCES committee (id),
    matter_id    uuid    NOT NULL REFERENCES matter (id),
    since        date    NOT NULL,
    reason       text    NOT NULL,
    meeting_id   integer REFERENCES meeting (id),
    document     text,
    act          bigint  NOT NULL REFERENCES act (seq),
    CHECK (meeting_id IS NOT NULL OR document IS NOT NULL)
);
CREATE INDEX directed_matter_of ON directed_matter (matter_id);

CREATE TABLE directed_matter_end (
    directed_id integer NOT NULL PRIMARY KEY REFERENCES directed_matter (id),
    last_on     date    NOT NULL,
    reason      text    NOT NULL,
    act         bigint  NOT NULL REFERENCES act (seq)
);
