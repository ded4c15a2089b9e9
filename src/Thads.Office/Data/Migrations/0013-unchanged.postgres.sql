-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER nightly_run_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON nightly_run
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nightly_result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON nightly_result
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
