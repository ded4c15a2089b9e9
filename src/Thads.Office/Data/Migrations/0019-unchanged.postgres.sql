-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER obstacle_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON obstacle
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER obstacle_commune_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON obstacle_commune
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
