-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER report_closed_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_closed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_sent_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_sent
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_reason_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_reason
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
