-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER obstacle_no_update BEFORE UPDATE ON obstacle BEGIN SELECT RAISE(ABORT, 'obstacle is append-only'); END;
CREATE TRIGGER obstacle_no_delete BEFORE DELETE ON obstacle BEGIN SELECT RAISE(ABORT, 'obstacle is append-only'); END;
CREATE TRIGGER obstacle_commune_no_update BEFORE UPDATE ON obstacle_commune BEGIN SELECT RAISE(ABORT, 'obstacle_commune is append-only'); END;
CREATE TRIGGER obstacle_commune_no_delete BEFORE DELETE ON obstacle_commune BEGIN SELECT RAISE(ABORT, 'obstacle_commune is append-only'); END;
