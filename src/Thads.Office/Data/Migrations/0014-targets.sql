-- Targets have a history: what a later act assigned supersedes what an earlier one did, and nothing is written over.
DROP INDEX target_key;
CREATE INDEX target_of ON target (unit_id, year);

-- Who issued the decision; empty in what came in by file without it.
ALTER TABLE target ADD COLUMN authority text;
