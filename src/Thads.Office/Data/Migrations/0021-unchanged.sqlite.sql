-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER coordination_request_no_update BEFORE UPDATE ON coordination_request BEGIN SELECT RAISE(ABORT, 'coordination_request is append-only'); END;
CREATE TRIGGER coordination_request_no_delete BEFORE DELETE ON coordination_request BEGIN SELECT RAISE(ABORT, 'coordination_request is append-only'); END;
CREATE TRIGGER coordination_request_matter_no_update BEFORE UPDATE ON coordination_request_matter BEGIN SELECT RAISE(ABORT, 'coordination_request_matter is append-only'); END;
CREATE TRIGGER coordination_request_matter_no_delete BEFORE DELETE ON coordination_request_matter BEGIN SELECT RAISE(ABORT, 'coordination_request_matter is append-only'); END;
CREATE TRIGGER coordination_request_event_no_update BEFORE UPDATE ON coordination_request_event BEGIN SELECT RAISE(ABORT, 'coordination_request_event is append-only'); END;
CREATE TRIGGER coordination_request_event_no_delete BEFORE DELETE ON coordination_request_event BEGIN SELECT RAISE(ABORT, 'coordination_request_event is append-only'); END;
CREATE TRIGGER received_no_update BEFORE UPDATE ON received BEGIN SELECT RAISE(ABORT, 'received is append-only'); END;
CREATE TRIGGER received_no_delete BEFORE DELETE ON received BEGIN SELECT RAISE(ABORT, 'received is append-only'); END;
CREATE TRIGGER received_matter_no_update BEFORE UPDATE ON received_matter BEGIN SELECT RAISE(ABORT, 'received_matter is append-only'); END;
CREATE TRIGGER received_matter_no_delete BEFORE DELETE ON received_matter BEGIN SELECT RAISE(ABORT, 'received_matter is append-only'); END;
CREATE TRIGGER received_event_no_update BEFORE UPDATE ON received_event BEGIN SELECT RAISE(ABORT, 'received_event is append-only'); END;
CREATE TRIGGER received_event_no_delete BEFORE DELETE ON received_event BEGIN SELECT RAISE(ABORT, 'received_event is append-only'); END;
CREATE TRIGGER matter_plan_no_update BEFORE UPDATE ON matter_plan BEGIN SELECT RAISE(ABORT, 'matter_plan is append-only'); END;
CREATE TRIGGER matter_plan_no_delete BEFORE DELETE ON matter_plan BEGIN SELECT RAISE(ABORT, 'matter_plan is append-only'); END;
CREATE TRIGGER watch_look_no_update BEFORE UPDATE ON watch_look BEGIN SELECT RAISE(ABORT, 'watch_look is append-only'); END;
CREATE TRIGGER watch_look_no_delete BEFORE DELETE ON watch_look BEGIN SELECT RAISE(ABORT, 'watch_look is append-only'); END;
