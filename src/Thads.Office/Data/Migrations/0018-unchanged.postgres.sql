-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER campaign_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_plan_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_goal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_goal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_frozen_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_frozen
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_matter_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_matter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_note_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_note
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER campaign_closed_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_closed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
