-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER recognition_no_update BEFORE UPDATE ON recognition BEGIN SELECT RAISE(ABORT, 'recognition is append-only'); END;
CREATE TRIGGER recognition_no_delete BEFORE DELETE ON recognition BEGIN SELECT RAISE(ABORT, 'recognition is append-only'); END;
CREATE TRIGGER score_no_update BEFORE UPDATE ON score BEGIN SELECT RAISE(ABORT, 'score is append-only'); END;
CREATE TRIGGER score_no_delete BEFORE DELETE ON score BEGIN SELECT RAISE(ABORT, 'score is append-only'); END;
CREATE TRIGGER review_answer_no_update BEFORE UPDATE ON review_answer BEGIN SELECT RAISE(ABORT, 'review_answer is append-only'); END;
CREATE TRIGGER review_answer_no_delete BEFORE DELETE ON review_answer BEGIN SELECT RAISE(ABORT, 'review_answer is append-only'); END;
