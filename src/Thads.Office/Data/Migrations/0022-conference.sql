-- Conferences, commendations and the programme of work. Every table is only added to: of several rows of one number the one with the highest id holds.
-- A conference (hội nghị) of a unit about a year.
CREATE TABLE conference (
    id        bigint   NOT NULL PRIMARY KEY,
    number    integer  NOT NULL,
    unit_id   integer  NOT NULL REFERENCES unit (id),
    year      smallint NOT NULL,
    title     text     NOT NULL,
    meets_on  date     NOT NULL,
    begins_at text     NOT NULL,
    place     text     NOT NULL,
    note      text,
    act       bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_of ON conference (unit_id, year);

-- state: 2 held, 3 put off, 4 cancelled. on_day: the day it was held; or the day it had been planned for.
CREATE TABLE conference_state (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    state      smallint NOT NULL CHECK (state BETWEEN 2 AND 4),
    on_day     date     NOT NULL,
    reason     text,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_state_of ON conference_state (conference);

-- Who takes part: a body (partner) and, where it is known, a person. is_out: taken off the list before the conference was held.
CREATE TABLE conference_person (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    number     integer  NOT NULL,
    role       smallint NOT NULL,
    partner    text,
    name       text     NOT NULL,
    post       text,
    is_out     smallint NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_person_of ON conference_person (conference);

CREATE TABLE conference_invited (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    person     integer  NOT NULL,
    sent_on    date     NOT NULL,
    channel    smallint NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_invited_of ON conference_invited (conference);

CREATE TABLE conference_attendance (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    person     integer  NOT NULL,
    attendance smallint NOT NULL,
    stand_in   text,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_attendance_of ON conference_attendance (conference);

-- place: order in the agenda.
CREATE TABLE conference_item (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    number     integer  NOT NULL,
    place      integer  NOT NULL,
    minutes    integer  NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    title      text     NOT NULL,
    speaker    text,
    is_out     smallint NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_item_of ON conference_item (conference);

-- Contributions (tham luận). manner: 1 given at the conference, 2 written.
CREATE TABLE conference_contribution (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    number     integer  NOT NULL,
    partner    text     NOT NULL,
    speaker    text,
    topic      text     NOT NULL,
    said       text,
    manner     smallint NOT NULL,
    is_out     smallint NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_contribution_of ON conference_contribution (conference);

-- What was said there to be done. kind: 1 direction, 2 conclusion. task: the task it became.
CREATE TABLE conference_saying (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    number     integer  NOT NULL,
    kind       smallint NOT NULL,
    partner    text,
    said_by    text     NOT NULL,
    task       bigint   NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_saying_of ON conference_saying (conference);

-- Results of a superior unit as told at the conference: sentences with their number, the place it was read from and the act it rests on.
CREATE TABLE conference_result (
    id         bigint   NOT NULL PRIMARY KEY,
    conference integer  NOT NULL,
    unit_id    integer  NOT NULL REFERENCES unit (id),
    code       text     NOT NULL,
    value      text     NOT NULL,
    link       text     NOT NULL,
    last_act   bigint   NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX conference_result_of ON conference_result (conference);

-- A nomination for a commendation. recipient: 1 unit, 2 officer, 3 body outside (partner), 4 person outside.
CREATE TABLE nomination (
    id             bigint   NOT NULL PRIMARY KEY,
    unit_id        integer  NOT NULL REFERENCES unit (id),
    year           smallint NOT NULL,
    occasion       smallint NOT NULL,
    occasion_title text     NOT NULL,
    kind           text     NOT NULL,
    body           text     NOT NULL,
    recipient      smallint NOT NULL CHECK (recipient BETWEEN 1 AND 4),
    code           text,
    name           text     NOT NULL,
    post           text,
    achievement    text,
    nominated_on   date     NOT NULL,
    act            bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX nomination_of ON nomination (unit_id, year);

-- Grounds (is_met null) and conditions (1 met, 0 not met, 2 not known to the program) as they were when it was nominated.
CREATE TABLE nomination_ground (
    id         bigint   NOT NULL PRIMARY KEY,
    nomination bigint   NOT NULL REFERENCES nomination (id),
    code       text     NOT NULL,
    says       text     NOT NULL,
    link       text,
    is_met     smallint,
    last_act   bigint   NOT NULL,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX nomination_ground_of ON nomination_ground (nomination);

CREATE TABLE nomination_withdrawn (
    nomination   bigint NOT NULL PRIMARY KEY REFERENCES nomination (id),
    reason       text   NOT NULL,
    act          bigint NOT NULL REFERENCES act (seq)
);

-- A meeting of the council, and its votes: number of members for and against.
CREATE TABLE commendation_council (
    id      bigint   NOT NULL PRIMARY KEY,
    unit_id integer  NOT NULL REFERENCES unit (id),
    year    smallint NOT NULL,
    met_on  date     NOT NULL,
    members text     NOT NULL,
    minutes text,
    act     bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX commendation_council_of ON commendation_council (unit_id, year);

CREATE TABLE commendation_vote (
    id         bigint  NOT NULL PRIMARY KEY,
    council    bigint  NOT NULL REFERENCES commendation_council (id),
    nomination bigint  NOT NULL REFERENCES nomination (id),
    in_favour  integer NOT NULL CHECK (in_favour >= 0),
    against    integer NOT NULL CHECK (against >= 0),
    act        bigint  NOT NULL REFERENCES act (seq)
);
CREATE INDEX commendation_vote_of ON commendation_vote (nomination);

-- A decision on commendations: who decided, its number and day. unit_id: the unit in whose register it stands.
CREATE TABLE commendation_decision (
    id             bigint   NOT NULL PRIMARY KEY,
    unit_id        integer  NOT NULL REFERENCES unit (id),
    year           smallint NOT NULL,
    occasion       smallint NOT NULL,
    occasion_title text     NOT NULL,
    body           text     NOT NULL,
    partner        text,
    decision       text     NOT NULL,
    decided_on     date     NOT NULL,
    act            bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX commendation_decision_of ON commendation_decision (unit_id, year);

CREATE TABLE commendation (
    id           bigint   NOT NULL PRIMARY KEY,
    decision     bigint   NOT NULL REFERENCES commendation_decision (id),
    nomination   bigint   REFERENCES nomination (id),
    kind         text     NOT NULL,
    recipient    smallint NOT NULL CHECK (recipient BETWEEN 1 AND 4),
    code         text,
    name         text     NOT NULL,
    post         text,
    achievement  text,
    act          bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX commendation_of ON commendation (decision);

CREATE TABLE commendation_void (
    commendation bigint NOT NULL PRIMARY KEY REFERENCES commendation (id),
    reason       text   NOT NULL,
    decision     text   NOT NULL,
    act          bigint NOT NULL REFERENCES act (seq)
);

CREATE TABLE commendation_handed (
    commendation bigint  NOT NULL PRIMARY KEY REFERENCES commendation (id),
    conference   integer,
    handed_on    date    NOT NULL,
    act          bigint  NOT NULL REFERENCES act (seq)
);

-- The programme of work of a unit for a year. The first row drafts it; a row with a decision adopts it.
CREATE TABLE programme (
    id         bigint   NOT NULL PRIMARY KEY,
    number     integer  NOT NULL,
    unit_id    integer  NOT NULL REFERENCES unit (id),
    year       smallint NOT NULL,
    decision   text,
    decided_by text,
    decided_on date,
    act        bigint   NOT NULL REFERENCES act (seq),
    CHECK ((decision IS NULL AND decided_by IS NULL AND decided_on IS NULL) OR (decision IS NOT NULL AND decided_by IS NOT NULL AND decided_on IS NOT NULL))
);
CREATE INDEX programme_of ON programme (unit_id, year);

-- drawn_from: what of this year it continues, such as task:12. task: the task it became when the programme was adopted.
CREATE TABLE programme_item (
    id            bigint   NOT NULL PRIMARY KEY,
    programme     integer  NOT NULL,
    number        integer  NOT NULL,
    heading       text     NOT NULL,
    says          text     NOT NULL,
    measure       text,
    owner_unit    text,
    owner_officer text,
    owner_partner text,
    due_on        date     NOT NULL,
    drawn_from    text,
    is_out        smallint NOT NULL,
    reason        text,
    task          bigint,
    act           bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX programme_item_of ON programme_item (programme);

-- Self-checks and training. kind: 1 self-check, 2 training.
CREATE TABLE self_check (
    id           bigint   NOT NULL PRIMARY KEY,
    number       integer  NOT NULL,
    unit_id      integer  NOT NULL REFERENCES unit (id),
    kind         smallint NOT NULL,
    subject      text     NOT NULL,
    planned_on   date     NOT NULL,
    leader       text     NOT NULL,
    participants text,
    held_on      date,
    result       text,
    called_off   text,
    act          bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX self_check_of ON self_check (unit_id, planned_on);

-- Mistakes found; each is mended by a task.
CREATE TABLE mistake (
    id          bigint   NOT NULL PRIMARY KEY,
    unit_id     integer  NOT NULL REFERENCES unit (id),
    found_on    date     NOT NULL,
    found_by    smallint NOT NULL,
    self_check  integer,
    found_who   text     NOT NULL,
    made_by     text,
    matter      text,
    says        text     NOT NULL,
    consequence text,
    task        bigint   NOT NULL,
    act         bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX mistake_of ON mistake (unit_id, found_on);
