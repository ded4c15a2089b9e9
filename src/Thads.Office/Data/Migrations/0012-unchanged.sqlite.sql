-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER report_confirmed_no_update BEFORE UPDATE ON report_confirmed BEGIN SELECT RAISE(ABORT, 'report_confirmed is append-only'); END;
CREATE TRIGGER report_confirmed_no_delete BEFORE DELETE ON report_confirmed BEGIN SELECT RAISE(ABORT, 'report_confirmed is append-only'); END;
