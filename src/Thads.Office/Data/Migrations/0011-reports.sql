-- Figures closed for a unit, or for one officer of it (officer null = the unit): drawn up once, at a cut-off that is pinned, and never changed. What is
-- drawn up and not sent is superseded by the next one of the same address.
CREATE TABLE report_closed (
    id          bigint   NOT NULL PRIMARY KEY,
    unit_id     integer  NOT NULL REFERENCES unit (id),
    officer_id  integer  REFERENCES officer (id),
    year        smallint NOT NULL,
    months      smallint NOT NULL CHECK (months BETWEEN 1 AND 12),
    regime      text     NOT NULL,
    tree_act    bigint   NOT NULL,
    known_on    date     NOT NULL,
    last_act    bigint   NOT NULL,
    settings    text     NOT NULL,
    content     text     NOT NULL,
    hash        text     NOT NULL,
    act         bigint   NOT NULL REFERENCES act (seq)
);
CREATE INDEX report_closed_of ON report_closed (unit_id, year, months);

-- Sent: version 1 first; 2 and later are supplementary (TT 05/2024 Điều 11). The day of sending may be earlier than that of the act: a report that went out on paper is recorded later.
CREATE TABLE report_sent (
    closed_id   bigint   NOT NULL PRIMARY KEY REFERENCES report_closed (id),
    version     smallint NOT NULL,
    number      text     NOT NULL,
    sent_on     date     NOT NULL,
    signer      text     NOT NULL,
    signer_role text     NOT NULL,
    act         bigint   NOT NULL REFERENCES act (seq)
);

-- Why a cell of a supplementary version is another than before: typed by a person, needed before it is sent. Of several the one typed last holds.
CREATE TABLE report_reason (
    closed_id   bigint NOT NULL REFERENCES report_closed (id),
    form        text   NOT NULL,
    row_code    text   NOT NULL,
    cell        text   NOT NULL,
    reason      text   NOT NULL,
    act         bigint NOT NULL REFERENCES act (seq),
    PRIMARY KEY (closed_id, form, row_code, cell, act)
);
