-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER conference_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_state_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_state
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_person_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_person
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_invited_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_invited
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_attendance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_attendance
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_item_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_item
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_contribution_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_contribution
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_saying_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_saying
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conference_result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conference_result
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nomination_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON nomination
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nomination_ground_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON nomination_ground
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER nomination_withdrawn_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON nomination_withdrawn
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commendation_council_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commendation_council
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commendation_vote_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commendation_vote
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commendation_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commendation_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commendation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commendation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commendation_void_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commendation_void
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commendation_handed_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commendation_handed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER programme_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON programme
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER programme_item_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON programme_item
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER self_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON self_check
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER mistake_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mistake
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
