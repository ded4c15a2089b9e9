-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER recognition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON recognition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER score_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON score
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_answer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
