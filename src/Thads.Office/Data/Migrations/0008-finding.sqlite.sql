-- The list by which matters are found: a row each, drawn from the books and kept beside matter_now for lists, never counted. number: order of entry.
CREATE TABLE matter_list (
    number          integer  NOT NULL PRIMARY KEY,
    matter_id       uuid     NOT NULL UNIQUE,
    code            text     NOT NULL,
    decision_number text,
    unit_id         integer  NOT NULL,
    officer_id      integer,
    state           smallint NOT NULL,
    docket_year     smallint NOT NULL,
    class           smallint NOT NULL,
    commune_id      integer,
    decided_on      date     NOT NULL,
    owed            bigint   NOT NULL,
    remainder       bigint   NOT NULL,
    moved_on        date     NOT NULL,
    debtor          text,
    debtor_order    text     NOT NULL,
    debtors         integer  NOT NULL,
    creditor        text,
    creditors       integer  NOT NULL
);
-- Two indexes do for an office: other orders are sorted when asked for, and each index costs every import.
CREATE INDEX matter_list_holder ON matter_list (unit_id, officer_id, state, docket_year, class);
CREATE INDEX matter_list_decided ON matter_list (decided_on, number);

-- What a matter is found by: one row, more of them where it has hundreds of parties. key: words without marks; written: names with them.
CREATE TABLE matter_text (
    id      integer NOT NULL PRIMARY KEY,
    number  integer NOT NULL,
    key     text    NOT NULL,
    written text    NOT NULL
);
CREATE INDEX matter_text_number ON matter_text (number);

CREATE VIRTUAL TABLE matter_word USING fts5(key, content = 'matter_text', content_rowid = 'id', detail = 'none', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
CREATE TRIGGER matter_text_added AFTER INSERT ON matter_text BEGIN
    INSERT INTO matter_word (rowid, key) VALUES (new.id, new.key);
END;
CREATE TRIGGER matter_text_deleted AFTER DELETE ON matter_text BEGIN
    INSERT INTO matter_word (matter_word, rowid, key) VALUES ('delete', old.id, old.key);
END;

-- A list as a person keeps it: filter and order as they stand in the address, the columns shown, and the unit it is shared with. No record of the law: it may go.
CREATE TABLE saved_view (
    id          integer  NOT NULL PRIMARY KEY,
    account_id  integer  NOT NULL,
    name        text     NOT NULL,
    query       text     NOT NULL,
    columns     text     NOT NULL,
    is_default  smallint NOT NULL,
    shared_unit integer,
    UNIQUE (account_id, name)
);
CREATE INDEX saved_view_shared ON saved_view (shared_unit) WHERE shared_unit IS NOT NULL;
