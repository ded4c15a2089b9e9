-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER partner_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON partner
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER partner_said_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON partner_said
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON task
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON task_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_template_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON paper_template
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attachment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON attachment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
