-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER law_tick_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON law_tick
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
