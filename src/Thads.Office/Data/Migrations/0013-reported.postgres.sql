-- A unit that reports by file may send a corrected file: the one that an act brought in last holds, and what was there before stays.
ALTER TABLE reported_figure DROP CONSTRAINT reported_figure_pkey;
ALTER TABLE reported_figure ADD PRIMARY KEY (unit_id, year, months, measure, act);

-- Name of the file; null = typed, or brought in by an exchange set.
ALTER TABLE reported_figure ADD COLUMN source text;
