-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER reported_figure_no_update BEFORE UPDATE ON reported_figure BEGIN SELECT RAISE(ABORT, 'reported_figure is append-only'); END;
CREATE TRIGGER reported_figure_no_delete BEFORE DELETE ON reported_figure BEGIN SELECT RAISE(ABORT, 'reported_figure is append-only'); END;
CREATE TRIGGER nightly_run_no_update BEFORE UPDATE ON nightly_run BEGIN SELECT RAISE(ABORT, 'nightly_run is append-only'); END;
CREATE TRIGGER nightly_run_no_delete BEFORE DELETE ON nightly_run BEGIN SELECT RAISE(ABORT, 'nightly_run is append-only'); END;
CREATE TRIGGER nightly_result_no_update BEFORE UPDATE ON nightly_result BEGIN SELECT RAISE(ABORT, 'nightly_result is append-only'); END;
CREATE TRIGGER nightly_result_no_delete BEFORE DELETE ON nightly_result BEGIN SELECT RAISE(ABORT, 'nightly_result is append-only'); END;
