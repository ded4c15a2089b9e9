using System.Globalization;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Procedure;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Docket;

/// <summary>
/// An office that imports, records and voids for a year, with old history coming in between; few acts make a batch of the summary. At
/// every act N the forms equal the second computation (Brute/) on what was known at N, inside a batch as well as between two.
/// </summary>
public sealed class RecordedBookTests
{
    private static readonly DateOnly Begin = new(2026, 3, 2);
    private static readonly string[] Forms = ["01", "02", "04", "05"];

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task At_every_act_the_forms_show_what_was_known_then(string kind)
    {
        for (var seed = 300; seed < (TestRun.IsLong ? 340 : 301); seed++)
        {
            await using var office = await TestOffice.NewAsync(kind, Begin, actsPerBatch: 7);
            var year = new Year(office, seed);
            await year.LiveAsync();

            await office.VerifyAsync();
            Assert.True(await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM docket_batch WHERE last_act > first_act", default)) > 5, "Batches of several acts were to be made.");
            Assert.True(year.Refused > 10, "Some steps were to be refused.");
            await year.CompareAsync(questions: TestRun.IsLong ? 200 : 60);
        }
    }

    private sealed class Year(TestOffice office, int seed)
    {
        private readonly Random _random = new(seed);

        /// <summary>What was in the books after act N, at place N.</summary>
        private readonly List<ExchangeSet> _known = [new()];

        private ExchangeSet Now => _known[^1];

        public int Refused { get; private set; }

        public async Task LiveAsync()
        {
            var whole = RandomSets.Make(seed, 50, Begin);
            await ImportAsync(Only(whole, m => _random.Next(3) > 0) with { Units = whole.Units, Succession = whole.Succession, Officers = whole.Officers, Communes = whole.Communes });
            for (var day = 0; day < (TestRun.IsLong ? 300 : 150); day++)
            {
                office.Today = Begin.AddDays(day);
                if (_random.Next(60) == 0)
                {
                    var there = Now.Matters.Select(m => m.Code).ToHashSet();
                    await ImportAsync(Only(whole, m => !there.Contains(m.Code) && _random.Next(3) == 0));
                }

                await (_random.Next(7) == 0 ? VoidAsync() : RecordAsync());
            }
        }

        public async Task CompareAsync(int questions)
        {
            string[] units = ["C", "P1", "D1", "D5", "R1"];
            for (var question = 0; question < questions; question++)
            {
                var lastAct = _random.Next(1, _known.Count);
                var (form, unit, year, months) = (Forms[question % 4], units[_random.Next(units.Length)], _random.Next(2018, 2028), _random.Next(1, 13));
                if (year == 2027 && office.Today < BruteForms.StartOf(2027))
                {
                    year = 2026;
                }

                DateOnly? knownOn = _random.Next(3) > 0 ? null : Begin.AddDays(_random.Next(-400, 150));
                var report = await office.FormAsync(new FormQuery(form, unit, year, months, KnownOn: knownOn, LastAct: lastAct));
                var expected = BruteForms.Form(Units(_known[lastAct]), form, unit, year, months, null, knownOn, report.Regime);
                var asked = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, act {lastAct} of {_known.Count - 1}: form {form}, unit {unit}, {year}/{months}, known on {knownOn:yyyy-MM-dd}");
                Same.Cells(expected, report, asked);
            }
        }

        /// <summary>Officers and units have no second clock: the last of them count at every act.</summary>
        private ExchangeSet Units(ExchangeSet set) => set with { Units = Now.Units, Succession = Now.Succession, Officers = Now.Officers };

        private async Task ImportAsync(ExchangeSet more)
        {
            if (more.Matters.Count > 0 && (await office.TakeInAsync(more, _random)).Act is not null)
            {
                _known.Add(Now with
                {
                    Units = [.. Now.Units, .. more.Units],
                    Succession = [.. Now.Succession, .. more.Succession],
                    Officers = [.. Now.Officers, .. more.Officers],
                    Matters = [.. Now.Matters, .. more.Matters],
                    Obligations = [.. Now.Obligations, .. more.Obligations],
                    Steps = [.. Now.Steps, .. more.Steps],
                });
            }
        }

        /// <summary>Any step on any matter: it enters exactly when the second computation would not refuse the story.</summary>
        private async Task RecordAsync()
        {
            var matter = Now.Matters[_random.Next(Now.Matters.Count)];
            var lines = Now.Obligations.Where(o => o.Matter == matter.Code).ToList();
            var kind = (StepKind)_random.Next(1, 20);
            var days = office.Today.DayNumber - matter.DecidedOn.DayNumber;
            var step = new StepRow(
                matter.Code, kind.IsHandover || (!kind.NeedsLine && _random.Next(2) == 0) ? "" : lines[_random.Next(lines.Count)].Line, Codes.CodeOf(kind),
                office.Today.AddDays(-Math.Min(days, _random.Next(2) == 0 ? _random.Next(5) : _random.Next(400))))
            {
                KnownOn = office.Today,
                Amount = kind.TakesAmount ? _random.Next(1, 5_000_000) : null,
                ToUnit = kind == StepKind.Transferred ? One("D5", "P1", "R1") : "",
                ToOfficer = kind.IsHandover ? One([.. Now.Officers.Select(o => o.Code)]) : "",
            };
            var after = Now with { Steps = [.. Now.Steps, step] };
            await TryAsync(
                after, matter.Code,
                () => office.RecordAsync(new(
                    matter.Code, kind, step.On, step.Line.Length == 0 ? null : step.Line, step.Amount ?? 0, step.ToUnit.Length == 0 ? null : step.ToUnit,
                    step.ToOfficer.Length == 0 ? null : step.ToOfficer)));
        }

        private async Task VoidAsync()
        {
            // By its place: a set may hold the same row twice.
            var candidates = Now.Steps.Index().Where(s => s.Item.VoidedOn is null && s.Item.KnownSince < office.Today).ToList();
            var (at, step) = candidates[_random.Next(candidates.Count)];
            var number = 1 + Now.Steps.Take(at).Count(s => s.Matter == step.Matter);
            var after = Now with { Steps = [.. Now.Steps.Take(at), step with { VoidedOn = office.Today }, .. Now.Steps.Skip(at + 1)] };
            await TryAsync(after, step.Matter, () => office.VoidAsync(new VoidStep.Input(step.Matter, number, "nhầm")));
        }

        private async Task TryAsync(ExchangeSet after, string matter, Func<Task> act)
        {
            var why = RandomSets.Refusals(Only(after, m => m.Code == matter) with { Units = Now.Units, Officers = Now.Officers }, office.Today).FirstOrDefault();
            var refused = await SmallOffice.RefusedAsync(act);
            Assert.True((why is null) == (refused.Length == 0), $"seed {seed}, act {_known.Count}: refused “{refused}”, second computation “{why}”");
            if (refused.Length == 0)
            {
                _known.Add(after);
            }
            else
            {
                Refused++;
            }
        }

        private static ExchangeSet Only(ExchangeSet set, Func<MatterRow, bool> which)
        {
            var codes = set.Matters.Where(which).Select(m => m.Code).ToHashSet();
            return new ExchangeSet
            {
                Matters = [.. set.Matters.Where(m => codes.Contains(m.Code))],
                Obligations = [.. set.Obligations.Where(o => codes.Contains(o.Matter))],
                Steps = [.. set.Steps.Where(s => codes.Contains(s.Matter))],
            };
        }

        private string One(params string[] choices) => choices[_random.Next(choices.Length)];
    }
}
