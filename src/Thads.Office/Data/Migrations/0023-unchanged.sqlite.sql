-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER law_tick_no_update BEFORE UPDATE ON law_tick BEGIN SELECT RAISE(ABORT, 'law_tick is append-only'); END;
CREATE TRIGGER law_tick_no_delete BEFORE DELETE ON law_tick BEGIN SELECT RAISE(ABORT, 'law_tick is append-only'); END;
