-- What is in the books stays: nothing here is ever changed or deleted, only added to.
CREATE TRIGGER narrative_text_no_update BEFORE UPDATE ON narrative_text BEGIN SELECT RAISE(ABORT, 'narrative_text is append-only'); END;
CREATE TRIGGER narrative_text_no_delete BEFORE DELETE ON narrative_text BEGIN SELECT RAISE(ABORT, 'narrative_text is append-only'); END;
CREATE TRIGGER narrative_number_no_update BEFORE UPDATE ON narrative_number BEGIN SELECT RAISE(ABORT, 'narrative_number is append-only'); END;
CREATE TRIGGER narrative_number_no_delete BEFORE DELETE ON narrative_number BEGIN SELECT RAISE(ABORT, 'narrative_number is append-only'); END;
CREATE TRIGGER narrative_template_no_update BEFORE UPDATE ON narrative_template BEGIN SELECT RAISE(ABORT, 'narrative_template is append-only'); END;
CREATE TRIGGER narrative_template_no_delete BEFORE DELETE ON narrative_template BEGIN SELECT RAISE(ABORT, 'narrative_template is append-only'); END;
