-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER partner_no_update BEFORE UPDATE ON partner BEGIN SELECT RAISE(ABORT, 'partner is append-only'); END;
CREATE TRIGGER partner_no_delete BEFORE DELETE ON partner BEGIN SELECT RAISE(ABORT, 'partner is append-only'); END;
CREATE TRIGGER partner_said_no_update BEFORE UPDATE ON partner_said BEGIN SELECT RAISE(ABORT, 'partner_said is append-only'); END;
CREATE TRIGGER partner_said_no_delete BEFORE DELETE ON partner_said BEGIN SELECT RAISE(ABORT, 'partner_said is append-only'); END;
CREATE TRIGGER task_no_update BEFORE UPDATE ON task BEGIN SELECT RAISE(ABORT, 'task is append-only'); END;
CREATE TRIGGER task_no_delete BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT, 'task is append-only'); END;
CREATE TRIGGER task_step_no_update BEFORE UPDATE ON task_step BEGIN SELECT RAISE(ABORT, 'task_step is append-only'); END;
CREATE TRIGGER task_step_no_delete BEFORE DELETE ON task_step BEGIN SELECT RAISE(ABORT, 'task_step is append-only'); END;
CREATE TRIGGER paper_template_no_update BEFORE UPDATE ON paper_template BEGIN SELECT RAISE(ABORT, 'paper_template is append-only'); END;
CREATE TRIGGER paper_template_no_delete BEFORE DELETE ON paper_template BEGIN SELECT RAISE(ABORT, 'paper_template is append-only'); END;
CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;
