-- A request of the office to a partner. kind: of request-kinds.json. due_on = by the law of its day, or as asked for; rule says which row of the table, null = none, the day was asked for.
CREATE TABLE coordination_request (
    id         bigint   NOT NULL PRIMARY KEY,
    unit_id    integer  NOT NULL REFERENCES unit (id),
    partner_id integer  NOT NULL REFERENCES partner (id),
    kind       text     NOT NULL,
    what       text     NOT NULL,
    number     text,
    sent_on    date     NOT NULL,
    channel    smallint NOT NULL CHECK (channel BETWEEN 1 AND 4),
    due_on     date     NOT NULL CHECK (due_on >= sent_on),
    rule       text,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX coordination_request_of ON coordination_request (unit_id, sent_on);

CREATE TABLE coordination_request_matter (
    request_id bigint NOT NULL REFERENCES coordination_request (id),
    matter_id  uuid   NOT NULL REFERENCES matter (id),
    act        bigint NOT NULL REFERENCES act (seq),
    PRIMARY KEY (request_id, matter_id)
);

-- What became of a request. kind: 1 answered (of several the one recorded last holds), 2 a further answer, 3 reminded, 4 withdrawn. useful: of an answer, 1 or 0.
CREATE TABLE coordination_request_event (
    id          bigint   NOT NULL PRIMARY KEY,
    request_id  bigint   NOT NULL REFERENCES coordination_request (id),
    kind        smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),
    happened_on date     NOT NULL,
    number      text,
    text        text     NOT NULL,
    useful      smallint CHECK (useful IN (0, 1)),
    act         bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX coordination_request_event_of ON coordination_request_event (request_id);

-- What the office received: kind 1 a direction (chi dao), 2 a petition (kien nghi). raised: where a petition was raised. watch_list: code of the list a direction concerns.
CREATE TABLE received (
    id          bigint   NOT NULL PRIMARY KEY,
    kind        smallint NOT NULL CHECK (kind IN (1, 2)),
    unit_id     integer  NOT NULL REFERENCES unit (id),
    partner_id  integer  NOT NULL REFERENCES partner (id),
    number      text,
    issued_on   date     NOT NULL,
    received_on date     NOT NULL CHECK (received_on >= issued_on),
    raised      smallint CHECK (raised BETWEEN 1 AND 3),
    text        text     NOT NULL,
    watch_list  text,
    due_on      date,
    act         bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX received_of ON received (unit_id, received_on);

CREATE TABLE received_matter (
    received_id bigint NOT NULL REFERENCES received (id),
    matter_id   uuid   NOT NULL REFERENCES matter (id),
    act         bigint NOT NULL REFERENCES act (seq),
    PRIMARY KEY (received_id, matter_id)
);

-- What became of it. kind: 1 answered, 2 passed on to another body (to_partner_id), 3 closed, 4 opened again.
CREATE TABLE received_event (
    id            bigint   NOT NULL PRIMARY KEY,
    received_id   bigint   NOT NULL REFERENCES received (id),
    kind          smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),
    happened_on   date     NOT NULL,
    number        text,
    text          text,
    to_partner_id integer  REFERENCES partner (id),
    act           bigint   NOT NULL REFERENCES act (seq),
    CHECK ((kind = 2 AND to_partner_id IS NOT NULL) OR (kind <> 2 AND to_partner_id IS NULL))
);
CREATE INDEX received_event_of ON received_event (received_id);

-- What is planned for a matter: a version, of several the last holds. state: 1 open, 2 done, 3 given up.
CREATE TABLE matter_plan (
    id         bigint   NOT NULL PRIMARY KEY,
    matter_id  uuid     NOT NULL REFERENCES matter (id),
    what       text     NOT NULL,
    officer_id integer  NOT NULL REFERENCES officer (id),
    planned_on date     NOT NULL,
    due_on     date     NOT NULL,
    obstacle   text,
    state      smallint NOT NULL CHECK (state BETWEEN 1 AND 3),
    note       text,
    act        bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX matter_plan_of ON matter_plan (matter_id);

-- When somebody looked at a list: the person is that of the act. band: whole years of a list by age, 0 = none.
CREATE TABLE watch_look (
    id        bigint   NOT NULL PRIMARY KEY,
    unit_id   integer  NOT NULL REFERENCES unit (id),
    list      text     NOT NULL,
    band      smallint NOT NULL,
    looked_on date     NOT NULL,
    act       bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX watch_look_of ON watch_look (unit_id, list);
