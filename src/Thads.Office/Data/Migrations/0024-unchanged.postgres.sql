-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER proceeding_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON proceeding
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
