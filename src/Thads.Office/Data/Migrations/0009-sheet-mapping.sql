-- How a person reads the columns of an office's sheet: a preference, not a record; the newest stands, and may be changed or forgotten.
CREATE TABLE sheet_mapping (
    unit_id   integer NOT NULL REFERENCES unit (id),
    signature text    NOT NULL,
    name      text    NOT NULL,
    mapping   text    NOT NULL,
    saved_by  text    NOT NULL,
    saved_at  text    NOT NULL,
    PRIMARY KEY (unit_id, signature)
) /* sqlite: WITHOUT ROWID */;
