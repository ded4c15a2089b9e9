-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER unit_period_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON unit_period_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER officer_period_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON officer_period_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commune_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commune_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commune_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commune_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER setting_value_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON setting_value
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
