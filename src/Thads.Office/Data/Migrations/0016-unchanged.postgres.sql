-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER narrative_text_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON narrative_text
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER narrative_number_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON narrative_number
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER narrative_template_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON narrative_template
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
