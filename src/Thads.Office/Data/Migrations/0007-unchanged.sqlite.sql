-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER role_given_no_update BEFORE UPDATE ON role_given BEGIN SELECT RAISE(ABORT, 'role_given is append-only'); END;
CREATE TRIGGER role_given_no_delete BEFORE DELETE ON role_given BEGIN SELECT RAISE(ABORT, 'role_given is append-only'); END;
CREATE TRIGGER role_end_no_update BEFORE UPDATE ON role_end BEGIN SELECT RAISE(ABORT, 'role_end is append-only'); END;
CREATE TRIGGER role_end_no_delete BEFORE DELETE ON role_end BEGIN SELECT RAISE(ABORT, 'role_end is append-only'); END;
CREATE TRIGGER signing_given_no_update BEFORE UPDATE ON signing_given BEGIN SELECT RAISE(ABORT, 'signing_given is append-only'); END;
CREATE TRIGGER signing_given_no_delete BEFORE DELETE ON signing_given BEGIN SELECT RAISE(ABORT, 'signing_given is append-only'); END;
CREATE TRIGGER signing_end_no_update BEFORE UPDATE ON signing_end BEGIN SELECT RAISE(ABORT, 'signing_end is append-only'); END;
CREATE TRIGGER signing_end_no_delete BEFORE DELETE ON signing_end BEGIN SELECT RAISE(ABORT, 'signing_end is append-only'); END;
CREATE TRIGGER act_change_no_update BEFORE UPDATE ON act_change BEGIN SELECT RAISE(ABORT, 'act_change is append-only'); END;
CREATE TRIGGER act_change_no_delete BEFORE DELETE ON act_change BEGIN SELECT RAISE(ABORT, 'act_change is append-only'); END;
CREATE TRIGGER sign_in_no_update BEFORE UPDATE ON sign_in BEGIN SELECT RAISE(ABORT, 'sign_in is append-only'); END;
CREATE TRIGGER sign_in_no_delete BEFORE DELETE ON sign_in BEGIN SELECT RAISE(ABORT, 'sign_in is append-only'); END;
