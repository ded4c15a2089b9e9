-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER report_closed_no_update BEFORE UPDATE ON report_closed BEGIN SELECT RAISE(ABORT, 'report_closed is append-only'); END;
CREATE TRIGGER report_closed_no_delete BEFORE DELETE ON report_closed BEGIN SELECT RAISE(ABORT, 'report_closed is append-only'); END;
CREATE TRIGGER report_sent_no_update BEFORE UPDATE ON report_sent BEGIN SELECT RAISE(ABORT, 'report_sent is append-only'); END;
CREATE TRIGGER report_sent_no_delete BEFORE DELETE ON report_sent BEGIN SELECT RAISE(ABORT, 'report_sent is append-only'); END;
CREATE TRIGGER report_reason_no_update BEFORE UPDATE ON report_reason BEGIN SELECT RAISE(ABORT, 'report_reason is append-only'); END;
CREATE TRIGGER report_reason_no_delete BEFORE DELETE ON report_reason BEGIN SELECT RAISE(ABORT, 'report_reason is append-only'); END;
