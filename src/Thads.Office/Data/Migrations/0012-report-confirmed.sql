-- The head stands for what an officer has sent (TT 05/2024 Điều 9): once, and never changed.
CREATE TABLE report_confirmed (
    closed_id      bigint NOT NULL PRIMARY KEY REFERENCES report_sent (closed_id),
    confirmer      text   NOT NULL,
    confirmer_role text   NOT NULL,
    act            bigint NOT NULL REFERENCES act (seq)
);
