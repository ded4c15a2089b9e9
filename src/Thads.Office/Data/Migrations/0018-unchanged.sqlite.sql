-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER campaign_no_update BEFORE UPDATE ON campaign BEGIN SELECT RAISE(ABORT, 'campaign is append-only'); END;
CREATE TRIGGER campaign_no_delete BEFORE DELETE ON campaign BEGIN SELECT RAISE(ABORT, 'campaign is append-only'); END;
CREATE TRIGGER campaign_plan_no_update BEFORE UPDATE ON campaign_plan BEGIN SELECT RAISE(ABORT, 'campaign_plan is append-only'); END;
CREATE TRIGGER campaign_plan_no_delete BEFORE DELETE ON campaign_plan BEGIN SELECT RAISE(ABORT, 'campaign_plan is append-only'); END;
CREATE TRIGGER campaign_goal_no_update BEFORE UPDATE ON campaign_goal BEGIN SELECT RAISE(ABORT, 'campaign_goal is append-only'); END;
CREATE TRIGGER campaign_goal_no_delete BEFORE DELETE ON campaign_goal BEGIN SELECT RAISE(ABORT, 'campaign_goal is append-only'); END;
CREATE TRIGGER campaign_frozen_no_update BEFORE UPDATE ON campaign_frozen BEGIN SELECT RAISE(ABORT, 'campaign_frozen is append-only'); END;
CREATE TRIGGER campaign_frozen_no_delete BEFORE DELETE ON campaign_frozen BEGIN SELECT RAISE(ABORT, 'campaign_frozen is append-only'); END;
CREATE TRIGGER campaign_matter_no_update BEFORE UPDATE ON campaign_matter BEGIN SELECT RAISE(ABORT, 'campaign_matter is append-only'); END;
CREATE TRIGGER campaign_matter_no_delete BEFORE DELETE ON campaign_matter BEGIN SELECT RAISE(ABORT, 'campaign_matter is append-only'); END;
CREATE TRIGGER campaign_note_no_update BEFORE UPDATE ON campaign_note BEGIN SELECT RAISE(ABORT, 'campaign_note is append-only'); END;
CREATE TRIGGER campaign_note_no_delete BEFORE DELETE ON campaign_note BEGIN SELECT RAISE(ABORT, 'campaign_note is append-only'); END;
CREATE TRIGGER campaign_closed_no_update BEFORE UPDATE ON campaign_closed BEGIN SELECT RAISE(ABORT, 'campaign_closed is append-only'); END;
CREATE TRIGGER campaign_closed_no_delete BEFORE DELETE ON campaign_closed BEGIN SELECT RAISE(ABORT, 'campaign_closed is append-only'); END;
