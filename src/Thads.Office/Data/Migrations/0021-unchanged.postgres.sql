-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER coordination_request_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON coordination_request
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER coordination_request_matter_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON coordination_request_matter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER coordination_request_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON coordination_request_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER received_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON received
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER received_matter_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON received_matter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER received_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON received_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER matter_plan_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON matter_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER watch_look_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON watch_look
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
