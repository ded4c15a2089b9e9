using CsCheck;

namespace Thads.Office.Tests.Brute;

/// <summary>Thousands of matters by chance. CsCheck prints the seed of a set that fails; RandomSets.Make gives the same set for it again.</summary>
public sealed class RandomSetsTests
{
    private const int Matters = 60;
    private static readonly DateOnly Today = new(2027, 12, 31);
    private static readonly DateOnly[] Todays = [new(2017, 5, 1), new(2021, 12, 31), new(2026, 11, 23), Today];
    private static readonly int[] Years = [2017, 2018, 2019, 2020, 2021, 2022, 2025, 2026, 2027];
    private static readonly string[] Forms = ["01", "02"];
    private static readonly string[] NeverNegative =
        ["total", "due", "delegated", "withdrawn", "pulled_up", "returned", "completed", "terminated", "reduced", "enforceable", "separate"];


    /// <summary>A set, and something to ask of it.</summary>
    private static readonly Gen<(int Seed, int Year, int Months, int KnownDays)> Asked =
        Gen.Select(Gen.Int, One(Years), Gen.Int[1, 12], Gen.Int[-1, 900]);

    [Fact]
    public void A_random_set_is_valid_on_every_today() =>
        Gen.Select(Gen.Int, One(Todays)).Sample((seed, today) => !RandomSets.Refusals(RandomSets.Make(seed, Matters, today), today).Any(), iter: 60);

    [Fact]
    public void The_same_seed_gives_the_same_set()
    {
        var (one, two) = (RandomSets.Make(7, 20, Today), RandomSets.Make(7, 20, Today));
        Assert.Equal(one.Steps, two.Steps);
        Assert.Equal(one.Events, two.Events);
        Assert.Equal(one.Matters, two.Matters);
        Assert.NotEqual(one.Matters, RandomSets.Make(8, 20, Today).Matters);
    }

    [Fact]
    public void The_forms_add_up() => Asked.Sample(
        asked =>
        {
            var (set, known) = Set(asked);
            foreach (var form in Forms)
            {
                var form45 = form == "01" ? "04" : "05";
                foreach (var unit in set.Units.Select(u => u.Code).Distinct())
                {
                    var cells = BruteForms.Form(set, form, unit, asked.Year, asked.Months, null, known, "06-2019");
                    var of2015 = BruteForms.Form(set, form, unit, asked.Year, asked.Months, null, known, "08-2015");
                    foreach (var row in cells.Keys.Select(key => key.Row).Distinct())
                    {
                        var c = Row(cells, row);
                        Assert.Equal(c("total"), c("carried") + c("new"));
                        Assert.Equal(c("due"), c("enforceable") + c("not_enforceable") + c("postponed") + c("suspended"));
                        Assert.Equal(
                            c("carried_over"),
                            c("in_progress") + c("postponed_by_agreement") + c("paused") + c("not_enforceable") + c("postponed") + c("suspended"));

                        // in matters the text itself lets a cell be negative: docs/decisions/0010, reading 28
                        Assert.True(form == "01" || Array.TrueForAll(NeverNegative, cell => c(cell) >= 0));
                        var d = Row(of2015, row);
                        Assert.Equal(d("due"), d("enforceable") + d("not_enforceable"));
                        Assert.Equal(d("carried_over_enforceable"), c("carried_over_enforceable") + c("postponed") + c("suspended"));
                    }

                    AssertSum(cells, "I", ["II.1", "II.2"]);
                    AssertSum(cells, "I", [.. Enumerable.Range(1, 10).Select(type => $"III.{type}")]);
                    AssertSum(cells, "III.1", ["III.1.1", "III.1.2"]);

                    // A unit is the sum of its own accounts (and those it took over) and of the units below it, and of its officers and the matters of none.
                    var end = BruteForms.EndOf(asked.Year, asked.Months);
                    var scope = BruteForms.ScopeOf(set, unit, end);
                    var below = BruteForms.Below(set, unit, end).Skip(1).Where(u => set.Units.Any(x => x.Code == u && x.Parent == unit)).ToList();
                    var own = scope.Except(below.SelectMany(u => BruteForms.ScopeOf(set, u, end))).ToHashSet();
                    var byUnit = BruteForms.Form(set, form == "01" ? "04" : "05", unit, asked.Year, asked.Months, null, known, "06-2019");
                    var ofOwn = BruteForms.Row(set, form, a => own.Contains(a.Unit), asked.Year, asked.Months, known, "06-2019");
                    var ofNone = BruteForms.Row(set, form, a => scope.Contains(a.Unit) && a.Officer.Length == 0, asked.Year, asked.Months, known, "06-2019");
                    foreach (var cell in BruteForms.LeafCells)
                    {
                        Assert.Equal(cells[("I", cell)], byUnit[($"unit:{unit}", cell)]);
                        Assert.Equal(cells[("I", cell)], below.Sum(u => byUnit[($"unit:{u}", cell)]) + ofOwn[cell]);
                        Assert.Equal(cells[("I", cell)], Officers(byUnit, cell) + ofNone[cell]);
                    }
                }
            }
        },
        iter: 40);

    [Fact]
    public void The_cut_off_of_today_knows_what_is_known_today() => Asked.Sample(
        asked =>
        {
            var (set, _) = Set(asked);
            Assert.Equal(
                BruteForms.Form(set, "05", "C", asked.Year, asked.Months, null, null, "06-2019"),
                BruteForms.Form(set, "05", "C", asked.Year, asked.Months, null, Today, "06-2019"));
        },
        iter: 20);

    [Fact]
    public void What_is_carried_is_what_was_carried_over() => Asked.Sample(
        asked =>
        {
            var (set, known) = Set(asked);
            foreach (var officer in set.Officers.Select(o => o.Code).Distinct())
            {
                var before = BruteForms.Row(set, "02", a => a.Officer == officer, asked.Year, 12, known, "06-2019");
                var unmoved = set with { Steps = [.. set.Steps.Where(s => BruteMatter.YearOf(s.On) != asked.Year + 1)] };
                var after = BruteForms.Row(unmoved, "02", a => a.Officer == officer, asked.Year + 1, 12, known, "06-2019");
                Assert.Equal(before["carried_over"], after["carried"]);
                Assert.Equal(before["separate"], after["separate"]);
            }
        },
        iter: 20);

    [Fact]
    public void A_set_cut_in_two_comes_to_the_whole() => Gen.Select(Gen.Int, Gen.Int).Sample(
        (seed, cut) =>
        {
            var set = RandomSets.Make(seed, Matters, Today);
            var (first, second, whole) = RandomSets.Split(set, cut);
            Assert.Empty(RandomSets.Refusals(first, Today));
            Assert.Empty(RandomSets.Refusals(whole, Today));
            Assert.Equal(Sorted(set.Steps), Sorted(whole.Steps));
            Assert.Equal(Sorted(set.Events), Sorted(whole.Events));
            Assert.Equal(Sorted(set.Matters), Sorted(first.Matters.Union(second.Matters)));
            Assert.Equal(Sorted(set.Obligations), Sorted(first.Obligations.Union(second.Obligations)));
            Assert.All(second.Obligations, o => Assert.True(first.Obligations.Contains(o) || first.Matters.All(m => m.Code != o.Matter)));
            var books = Imported(first.Steps, second.Steps, s => s with { VoidedOn = null });
            Assert.All(set.Matters, m => Assert.Equal(whole.Steps.Where(s => s.Matter == m.Code), books.Where(s => s.Matter == m.Code)));
            var events = Imported(first.Events, second.Events, e => e with { VoidedOn = null });
            Assert.All(set.Matters, m => Assert.Equal(whole.Events.Where(e => e.Matter == m.Code), events.Where(e => e.Matter == m.Code)));
        },
        iter: 20);

    [Fact]
    public void Some_cut_voids_a_row_some_cut_reorders_a_day_and_the_second_part_is_sometimes_the_whole()
    {
        var set = RandomSets.Make(1, 200, Today);
        var cuts = Enumerable.Range(0, 10).Select(seed => RandomSets.Split(set, seed)).ToList();
        Assert.Contains(cuts, cut => cut.Second == set);
        Assert.Contains(cuts, cut => cut.Second != set);
        Assert.All(cuts, cut => Assert.True(cut.First.Steps.Any(s => s.VoidedOn is null) && cut.First.Steps.Except(set.Steps).Any()));
        Assert.Contains(cuts, cut => set.Matters.Any(m => !ByDay(cut.Whole, m).SequenceEqual(ByDay(set, m))));

        static IEnumerable<StepRow> ByDay(ExchangeSet set, MatterRow matter) => set.Steps.Where(s => s.Matter == matter.Code).OrderBy(s => s.On);
    }

    [Fact]
    public void Every_kind_of_step_and_situation_comes_up()
    {
        var seen = new Dictionary<string, int>();
        for (var seed = 0; seed < 12; seed++)
        {
            var set = RandomSets.Make(seed, 150, Today);
            foreach (var matter in set.Matters)
            {
                Look(set, matter, s => seen[s] = seen.GetValueOrDefault(s) + 1);
            }
        }

        string[] situations =
        [
            "collected", "performed", "reduced", "increased", "not_enforceable", "postponed_by_agreement", "paused", "postponed", "suspended", "resumed",
            "separated", "terminated", "delegated", "withdrawn", "pulled_up", "returned", "restored", "reassigned", "transferred",
            "no officer", "known late", "step known late", "step known before the matter", "voided", "voided, would be refused", "of a succeeded unit",
            "line without money", "several lines", "line-empty", "same day", "same day, order counts", "equal rows", "not in order of days",
            "restored in the same year", "restored in a later year", "restored after a handover in the same year", "restored after a handover in a later year",
            "restored into separate in the same year", "restored into separate in a later year", "restored, matter from completed", "closed out of separate",
            "handed over while closed", "handed over and back while closed", "handed over while separate", "to the successor", "same officer, other unit",
            "years of line and matter differ", "increased without money before", "passes some over", "new law, on request", "closed on the last day",
            "no effect at a cut-off", "more than known to be open", "reassigned to an officer of another unit",
        ];
        Assert.All(situations, situation => Assert.Contains(situation, seen));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen.OrderBy(s => s.Value).Select(s => $"{s.Value,6} {s.Key}")));
    }

    /// <summary>Lives a matter through once, as it is known today, and says what it met; then at each day something of it became known.</summary>
    private static void Look(ExchangeSet set, MatterRow matter, Action<string> saw)
    {
        var lines = set.Obligations.Where(o => o.Matter == matter.Code).ToList();
        var rows = set.Steps.Where(s => s.Matter == matter.Code).ToList();
        Saw(matter.Officer.Length == 0, "no officer");
        Saw(matter.KnownSince > matter.DecidedOn, "known late");
        Saw(lines.Count > 1, "several lines");
        Saw(lines.Any(o => o.Amount == 0), "line without money");
        Saw(rows.Any(s => s.VoidedOn is not null), "voided");
        Saw(rows.Any(s => s.KnownSince > s.On.AddDays(200)), "step known late");
        Saw(rows.Any(s => s.On < matter.KnownSince), "step known before the matter");
        Saw(rows.GroupBy(s => s with { VoidedOn = null }).Any(g => g.Count() > 1), "equal rows");
        Saw(!rows.SequenceEqual(rows.OrderBy(s => s.On)), "not in order of days");
        Saw(matter.DecidedOn.Year >= 2026 && matter.Basis == "on_request" && rows.Any(s => s.On >= new DateOnly(2026, 7, 1)), "new law, on request");

        var life = new BruteMatter(matter, lines);
        var (previous, handedOverSince, lineClosedYear, matterClosedYear) = ((StepRow?)null, false, new Dictionary<string, int>(), 0);
        foreach (var step in BruteForms.KnownSteps(set, null).GetValueOrDefault(matter.Code, []))
        {
            var before = (life.State, life.Account,
                Lines: life.Lines.ToDictionary(line => line.Code, line => (line.State, line.Remainder, line.ClosedIn, line.ClosedOn)));
            life.Take(step);
            saw(step.Step);
            Saw(previous?.On == step.On, "same day");
            Saw(previous?.On == step.On && Refused(previous, step), "same day, order counts");
            Saw(set.Succession.Any(s => s.From == before.Account.Unit && s.On <= step.On), "of a succeeded unit");
            var changed = life.Lines.Count(line => line.State != before.Lines[line.Code].State);
            Saw(step.Line.Length == 0 && changed > 1, "line-empty");
            Saw(step.Line.Length == 0 && changed > 0 && before.Lines.Values.Count(line => BruteMatter.IsOpen(line.State)) > changed, "passes some over");
            Saw(changed > 0 && life.Lines.Any(line => line.ClosedOutOfSeparate && line.ClosedOn == step.On), "closed out of separate");
            Saw(changed > 0 && step.On is { Month: 9, Day: >= 25 }, "closed on the last day");
            Saw(step.Step == "increased" && before.Lines[step.Line].Remainder == 0, "increased without money before");
            if (step.Step is "reassigned" or "transferred")
            {
                Saw(!BruteMatter.IsOpen(life.State), "handed over while closed");
                var back = handedOverSince && life.Lines.Any(line => BruteMatter.ClosedStates.Contains(line.State) && line.ClosedIn == life.Account);
                Saw(!BruteMatter.IsOpen(life.State) && back, "handed over and back while closed");
                Saw(life.State == "separate", "handed over while separate");
                Saw(set.Succession.Any(s => s.From == before.Account.Unit && s.To == life.Account.Unit), "to the successor");
                Saw(before.Account.Officer == life.Account.Officer, "same officer, other unit");
                handedOverSince = true;
            }

            if (step.Step == "restored")
            {
                var (_, _, where, closed) = before.Lines[step.Line];
                var year = BruteMatter.YearOf(closed) == BruteMatter.YearOf(step.On) ? "the same year" : "a later year";
                Saw(true, $"restored in {year}");
                Saw(where != before.Account, $"restored after a handover in {year}");
                Saw(life.Lines.Single(line => line.Code == step.Line).State == "separate", $"restored into separate in {year}");
                Saw(before.State == "completed", "restored, matter from completed");
                Saw(!BruteMatter.IsOpen(before.State) && lineClosedYear[step.Line] != matterClosedYear, "years of line and matter differ");
            }

            foreach (var line in life.Lines.Where(line => BruteMatter.IsOpen(before.Lines[line.Code].State) && !BruteMatter.IsOpen(line.State)))
            {
                lineClosedYear[line.Code] = BruteMatter.YearOf(step.On);
            }

            if (BruteMatter.IsOpen(before.State) && !BruteMatter.IsOpen(life.State))
            {
                (matterClosedYear, handedOverSince) = (BruteMatter.YearOf(step.On), false);
            }

            previous = step;
        }

        foreach (var day in rows.Select(s => s.KnownSince).Distinct())
        {
            var then = new BruteMatter(matter, lines);
            foreach (var step in BruteForms.KnownSteps(set, day).GetValueOrDefault(matter.Code, []))
            {
                var why = then.WhyNot(step, set.Officers);
                Saw(why == "applies to no line", "no effect at a cut-off");
                Saw(why == "more than is open", "more than known to be open");
                Saw(why == "no such officer that day" && step.Step == "reassigned", "reassigned to an officer of another unit");
                Saw(why is not null && step.VoidedOn is not null, "voided, would be refused");
                then.Take(step);
            }
        }

        void Saw(bool there, string what)
        {
            if (there)
            {
                saw(what);
            }
        }

        // Would the two be refused in the other order?
        bool Refused(StepRow one, StepRow two)
        {
            var other = new BruteMatter(matter, lines);
            foreach (var step in BruteForms.KnownSteps(set, null)[matter.Code].TakeWhile(s => !ReferenceEquals(s, one)).Append(two).Append(one))
            {
                if (other.WhyNot(step, set.Officers) is not null)
                {
                    return true;
                }

                other.Take(step);
            }

            return false;
        }
    }

    /// <summary>The rows in the books after two files, by the rule of the n-th equal row.</summary>
    private static List<T> Imported<T>(IReadOnlyList<T> first, IReadOnlyList<T> second, Func<T, T> key)
        where T : notnull
    {
        var books = first.ToList();
        var met = new Dictionary<T, int>();
        foreach (var row in second)
        {
            var at = met[key(row)] = met.GetValueOrDefault(key(row)) + 1;
            var equal = Enumerable.Range(0, books.Count).Where(i => key(books[i]).Equals(key(row))).Take(at).ToList();
            if (equal.Count == at)
            {
                Assert.True(books[equal[^1]].Equals(row) || books[equal[^1]].Equals(key(row)), "A voided row does not come back.");
                books[equal[^1]] = row;
            }
            else
            {
                books.Add(row);
            }
        }

        return books;
    }

    private static Gen<T> One<T>(T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static (ExchangeSet Set, DateOnly? Known) Set((int Seed, int Year, int Months, int KnownDays) asked) =>
        (RandomSets.Make(asked.Seed, Matters, Today), asked.KnownDays < 0 ? null : BruteForms.EndOf(asked.Year, asked.Months).AddDays(asked.KnownDays - 100));

    private static Func<string, decimal> Row(IReadOnlyDictionary<(string Row, string Cell), decimal?> cells, string row) => cell => cells[(row, cell)] ?? 0;

    private static void AssertSum(IReadOnlyDictionary<(string Row, string Cell), decimal?> cells, string whole, string[] parts) =>
        Assert.All(BruteForms.LeafCells, cell => Assert.Equal(cells[(whole, cell)], parts.Sum(part => cells[(part, cell)])));

    private static decimal? Officers(IReadOnlyDictionary<(string Row, string Cell), decimal?> cells, string cell) =>
        cells.Where(c => c.Key.Cell == cell && c.Key.Row.StartsWith("officer:", StringComparison.Ordinal)).Sum(c => c.Value);

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> rows) => rows.Select(row => $"{row}").Order(StringComparer.Ordinal);
}
