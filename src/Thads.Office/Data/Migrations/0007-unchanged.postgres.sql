-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER role_given_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON role_given
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER role_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON role_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signing_given_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signing_given
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signing_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signing_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER act_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON act_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sign_in_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sign_in
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
