-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER proceeding_no_update BEFORE UPDATE ON proceeding BEGIN SELECT RAISE(ABORT, 'proceeding is append-only'); END;
CREATE TRIGGER proceeding_no_delete BEFORE DELETE ON proceeding BEGIN SELECT RAISE(ABORT, 'proceeding is append-only'); END;
