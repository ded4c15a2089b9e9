-- Every write belongs to an act. Its sequence number is given under the lock that commits it, so whoever sees act N sees all acts before it.
CREATE TABLE act (
    seq             bigint      NOT NULL PRIMARY KEY,
    id              uuid        NOT NULL UNIQUE,
    kind            text        NOT NULL,
    person          text        NOT NULL,
    at              timestamptz NOT NULL,
    reason          text,
    idempotency_key text        UNIQUE
);

-- Which matters an act touched that were in the books before it (an import of new matters is found by their own act).
CREATE TABLE act_matter (
    act       bigint NOT NULL REFERENCES act (seq),
    matter_id uuid   NOT NULL,
    PRIMARY KEY (act, matter_id)
) /* sqlite: WITHOUT ROWID */;
