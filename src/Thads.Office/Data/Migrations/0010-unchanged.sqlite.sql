-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER unit_period_end_no_update BEFORE UPDATE ON unit_period_end BEGIN SELECT RAISE(ABORT, 'unit_period_end is append-only'); END;
CREATE TRIGGER unit_period_end_no_delete BEFORE DELETE ON unit_period_end BEGIN SELECT RAISE(ABORT, 'unit_period_end is append-only'); END;
CREATE TRIGGER officer_period_end_no_update BEFORE UPDATE ON officer_period_end BEGIN SELECT RAISE(ABORT, 'officer_period_end is append-only'); END;
CREATE TRIGGER officer_period_end_no_delete BEFORE DELETE ON officer_period_end BEGIN SELECT RAISE(ABORT, 'officer_period_end is append-only'); END;
CREATE TRIGGER commune_end_no_update BEFORE UPDATE ON commune_end BEGIN SELECT RAISE(ABORT, 'commune_end is append-only'); END;
CREATE TRIGGER commune_end_no_delete BEFORE DELETE ON commune_end BEGIN SELECT RAISE(ABORT, 'commune_end is append-only'); END;
CREATE TRIGGER commune_change_no_update BEFORE UPDATE ON commune_change BEGIN SELECT RAISE(ABORT, 'commune_change is append-only'); END;
CREATE TRIGGER commune_change_no_delete BEFORE DELETE ON commune_change BEGIN SELECT RAISE(ABORT, 'commune_change is append-only'); END;
CREATE TRIGGER setting_value_no_update BEFORE UPDATE ON setting_value BEGIN SELECT RAISE(ABORT, 'setting_value is append-only'); END;
CREATE TRIGGER setting_value_no_delete BEFORE DELETE ON setting_value BEGIN SELECT RAISE(ABORT, 'setting_value is append-only'); END;
