-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER committee_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON committee
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER committee_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON committee_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER committee_member_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON committee_member
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER committee_member_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON committee_member_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER committee_rule_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON committee_rule
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_agenda_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_agenda
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_invited_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_invited
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_attendance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_attendance
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_minutes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_minutes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER directed_matter_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directed_matter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER directed_matter_end_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON directed_matter_end
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
