-- A peak campaign of a unit. What it is stands in campaign_plan; of several plans the last holds.
CREATE TABLE campaign (
    id      integer NOT NULL PRIMARY KEY,
    unit_id integer NOT NULL REFERENCES unit (id),
    act     bigint  NOT NULL REFERENCES act (seq)
);

-- scope: which matters, as the filter is written (docs/areas/campaigns.md). first_on and last_on are both part of the period.
CREATE TABLE campaign_plan (
    campaign_id integer NOT NULL REFERENCES campaign (id),
    number      integer NOT NULL,
    name        text    NOT NULL,
    plan        text    NOT NULL,
    planned_on  date    NOT NULL,
    first_on    date    NOT NULL,
    last_on     date    NOT NULL,
    leader      text    NOT NULL,
    purpose     text,
    scope       text    NOT NULL,
    partners    text    NOT NULL,
    act         bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (campaign_id, number),
    CHECK (first_on <= last_on)
) /* sqlite: WITHOUT ROWID */;

-- What a unit (officer null) or an officer is to settle; null = no goal of that kind. Of several the last holds.
CREATE TABLE campaign_goal (
    id          bigint  NOT NULL PRIMARY KEY,
    campaign_id integer NOT NULL REFERENCES campaign (id),
    unit_id     integer NOT NULL REFERENCES unit (id),
    officer_id  integer REFERENCES officer (id),
    matters     integer CHECK (matters >= 0),
    money       bigint  CHECK (money >= 0),
    act         bigint  NOT NULL REFERENCES act (seq)
);
CREATE INDEX campaign_goal_of ON campaign_goal (campaign_id);

-- The list of matters was closed: as they stood at the end of frozen_on, as known on that day, by the acts up to last_act.
CREATE TABLE campaign_frozen (
    campaign_id integer NOT NULL PRIMARY KEY REFERENCES campaign (id),
    frozen_on   date    NOT NULL,
    last_act    bigint  NOT NULL,
    matters     integer NOT NULL,
    money       bigint  NOT NULL,
    act         bigint  NOT NULL REFERENCES act (seq)
);

-- The cohort. added_on: put on the list after it was closed, from that day on, for a reason. officer 0 = nobody held it. remainder: đồng left on its live lines.
CREATE TABLE campaign_matter (
    campaign_id integer  NOT NULL REFERENCES campaign (id),
    matter_id   uuid     NOT NULL REFERENCES matter (id),
    unit_id     integer  NOT NULL,
    officer_id  integer  NOT NULL,
    commune_id  integer,
    state       smallint NOT NULL,
    remainder   bigint   NOT NULL,
    added_on    date,
    reason      text,
    act         bigint   NOT NULL REFERENCES act (seq),
    PRIMARY KEY (campaign_id, matter_id),
    CHECK ((added_on IS NULL) = (reason IS NULL))
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX campaign_matter_of ON campaign_matter (matter_id);

CREATE TABLE campaign_note (
    campaign_id integer NOT NULL REFERENCES campaign (id),
    number      integer NOT NULL,
    noted_for   date    NOT NULL,
    text        text    NOT NULL,
    act         bigint  NOT NULL REFERENCES act (seq),
    PRIMARY KEY (campaign_id, number)
) /* sqlite: WITHOUT ROWID */;

-- The end: figures of the closing report are those of the acts up to last_act, known on known_on, and never change.
CREATE TABLE campaign_closed (
    campaign_id integer NOT NULL PRIMARY KEY REFERENCES campaign (id),
    report      text    NOT NULL,
    closed_on   date    NOT NULL,
    known_on    date    NOT NULL,
    last_act    bigint  NOT NULL,
    matters     integer NOT NULL,
    money       bigint  NOT NULL,
    went_well   text,
    lessons     text,
    act         bigint  NOT NULL REFERENCES act (seq)
);
