namespace Thads.Office.Tests.Brute;

/// <summary>
/// Valid exchange sets by chance, the same for the same seed. Valid: what is known today lives without a refusal, and every date rule holds. A voided
/// row is right in form and dates only. What is known at an earlier day may be odd, and often is.
/// </summary>
public static class RandomSets
{
    private static readonly string[] Bases = ["ex_officio", "on_request"];
    private static readonly string[] Types =
        ["civil", "family", "commercial", "labour", "criminal", "administrative", "bankruptcy", "arbitration", "competition", "other"];

    private static readonly string[] Kinds =
        ["court_fee", "fine", "confiscation", "disgorgement", "compensation", "debt", "maintenance", "wage", "return_money", "return_property", "act", "other"];

    private static readonly string[] Manners = ["", "free_will", "persuasion", "coercion_ordered", "coercion"];
    private static readonly string[] Notes = ["", "", "", "thu một phần", "Biên bản số 12, ngày 3", "nói \"chưa có tiền\"", "dòng một\ndòng hai"];

    /// <summary>How often a kind of step is taken where it can be.</summary>
    private static readonly (string Step, int Weight)[] StepKinds =
    [
        ("collected", 12), ("performed", 2), ("reduced", 5), ("increased", 5), ("not_enforceable", 10), ("postponed_by_agreement", 3), ("paused", 3),
        ("postponed", 3), ("suspended", 3), ("resumed", 5), ("separated", 20), ("terminated", 3), ("delegated", 2), ("withdrawn", 3), ("pulled_up", 2),
        ("returned", 5), ("restored", 12), ("reassigned", 6), ("transferred", 5),
    ];

    private static readonly (string Event, string[] Results)[] EventKinds =
    [
        ("notified", [""]), ("verified", ["able", "unable"]), ("persuaded", ["agreed", "refused"]), ("coercion_decided", [""]), ("coercion_planned", [""]),
        ("coercion_held", [""]), ("coercion_put_off", [""]), ("published", [""]), ("unpublished", [""]),
    ];

    public static ExchangeSet Make(int seed, int matters, DateOnly today)
    {
        var set = new Maker(new Random(seed), today).Make(matters);
        return set with
        {
            // A day of knowledge that is the business date is left out, so that equal rows are equal records.
            Steps = [.. set.Steps.Select(s => s.KnownOn == s.On ? s with { KnownOn = null } : s)],
            Events = [.. set.Events.Select(e => e.KnownOn == e.On ? e with { KnownOn = null } : e)],
        };
    }

    /// <summary>
    /// Cuts a set into two that may be imported one after the other, each valid on the same today. The second is the whole set, or only what is new:
    /// rows added, and rows that have been voided since (with the equal rows before them, for the n-th of equal rows is the n-th in the books).
    /// Matters come with all their lines. <c>Whole</c> is what the books then hold: a row that came later stands behind those that were there.
    /// </summary>
    public static (ExchangeSet First, ExchangeSet Second, ExchangeSet Whole) Split(ExchangeSet set, int seed)
    {
        var random = new Random(seed);
        var lines = set.Obligations.ToLookup(o => o.Matter);
        var steps = set.Steps.ToLookup(s => s.Matter);
        var events = set.Events.ToLookup(e => e.Matter);
        var early = set.Matters.Where(_ => random.Next(10) < 7).ToList();
        var first = (Steps: new List<StepRow>(), Events: new List<EventRow>());
        var added = (Steps: new List<StepRow>(), Events: new List<EventRow>());
        var whole = (Steps: new List<StepRow>(), Events: new List<EventRow>());
        foreach (var matter in early)
        {
            var cut = Enumerable.Range(0, 8)
                .Select(_ => Cut([.. steps[matter.Code]], s => s.VoidedOn is not null, s => s with { VoidedOn = null }, random))
                .Append((First: [.. steps[matter.Code]], Added: [], Whole: [.. steps[matter.Code]]))
                .First(c => WhyNot(set, matter, lines[matter.Code], c.First) is null && WhyNot(set, matter, lines[matter.Code], c.Whole) is null);
            first.Steps.AddRange(cut.First);
            added.Steps.AddRange(cut.Added);
            whole.Steps.AddRange(cut.Whole);
            var cutEvents = Cut([.. events[matter.Code]], e => e.VoidedOn is not null, e => e with { VoidedOn = null }, random);
            first.Events.AddRange(cutEvents.First);
            added.Events.AddRange(cutEvents.Added);
            whole.Events.AddRange(cutEvents.Whole);
        }

        var codes = early.Select(m => m.Code).ToHashSet();
        var lateSteps = set.Steps.Where(s => !codes.Contains(s.Matter)).ToList();
        var lateEvents = set.Events.Where(e => !codes.Contains(e.Matter)).ToList();
        var part1 = set with
        {
            Matters = early,
            Obligations = [.. set.Obligations.Where(o => codes.Contains(o.Matter))],
            Roles = [.. set.Roles.Where(r => codes.Contains(r.Matter))],
            Steps = first.Steps,
            Events = first.Events,
        };
        var part2 = random.Next(2) == 0 ? set : new ExchangeSet
        {
            Matters = [.. set.Matters.Where(m => !codes.Contains(m.Code))],
            Obligations = [.. set.Obligations.Where(o => !codes.Contains(o.Matter))],
            Roles = [.. set.Roles.Where(r => !codes.Contains(r.Matter))],
            Steps = [.. added.Steps, .. lateSteps],
            Events = [.. added.Events, .. lateEvents],
        };
        return (part1, part2, set with { Steps = [.. whole.Steps, .. lateSteps], Events = [.. whole.Events, .. lateEvents] });
    }

    /// <summary>Why a set would be refused as a whole, by the rules of section 2; nothing if it is valid.</summary>
    public static IEnumerable<string> Refusals(ExchangeSet set, DateOnly today)
    {
        var lines = set.Obligations.ToLookup(o => o.Matter);
        var steps = set.Steps.ToLookup(s => s.Matter);
        foreach (var matter in set.Matters)
        {
            var unit = set.Units.Any(u => u.Code == matter.Unit && BruteMatter.Spans(u.ValidFrom, matter.DecidedOn, u.ValidTo));
            var officer = matter.Officer.Length == 0 || set.Officers.Any(
                o => o.Code == matter.Officer && o.Unit == matter.Unit && BruteMatter.Spans(o.ValidFrom, matter.DecidedOn, o.ValidTo));
            if (!unit || !officer || !lines[matter.Code].Any() || matter.KnownSince < matter.DecidedOn || matter.KnownSince > today)
            {
                yield return $"{matter}";
            }

            foreach (var step in steps[matter.Code].Where(s => s.On < matter.DecidedOn || s.KnownSince < s.On || s.KnownSince < matter.KnownSince
                || s.KnownSince > today || s.VoidedOn <= s.KnownSince || s.VoidedOn > today))
            {
                yield return $"dates: {step}";
            }

            if (WhyNot(set, matter, lines[matter.Code], steps[matter.Code]) is { } refused)
            {
                yield return refused;
            }
        }
    }

    /// <summary>The first step known today that would be refused.</summary>
    private static string? WhyNot(ExchangeSet set, MatterRow matter, IEnumerable<ObligationRow> lines, IEnumerable<StepRow> steps)
    {
        var life = new BruteMatter(matter, lines);
        foreach (var step in steps.Where(s => s.VoidedOn is null).OrderBy(s => s.On))
        {
            if (life.WhyNot(step, set.Officers) is { } why)
            {
                return $"{why}: {step}";
            }

            life.Take(step);
        }

        return null;
    }

    /// <summary>Some rows are there at first (of equal ones the first), some of them not yet voided; the others are added later, behind them.</summary>
    private static (List<T> First, List<T> Added, List<T> Whole) Cut<T>(List<T> rows, Func<T, bool> isVoided, Func<T, T> unvoided, Random random)
        where T : class
    {
        var (first, there, later, touched, missing) = (new List<T>(), new List<T>(), new List<T>(), new HashSet<T>(), new HashSet<T>());
        var share = random.Next(1, 4);
        foreach (var row in rows)
        {
            var key = unvoided(row);
            if (missing.Contains(key) || random.Next(4) >= share)
            {
                missing.Add(key);
                touched.Add(key);
                later.Add(row);
                continue;
            }

            var voidedLater = isVoided(row) && random.Next(2) == 0;
            if (voidedLater)
            {
                touched.Add(key);
            }

            first.Add(voidedLater ? key : row);
            there.Add(row);
        }

        List<T> whole = [.. there, .. later];
        return (first, [.. whole.Where(row => touched.Contains(unvoided(row)))], whole);
    }

    private sealed class Maker(Random random, DateOnly today)
    {
        private readonly List<UnitRow> units = [];
        private readonly List<SuccessionRow> succession = [];
        private readonly List<OfficerRow> officers = [];
        private readonly List<CommuneRow> communes = [];

        public ExchangeSet Make(int count)
        {
            MakeUnits();
            var set = new ExchangeSet
            {
                Units = units,
                Succession = succession,
                Officers = officers,
                Communes = communes,
                Parties =
                [
                    new("P1", "person", "Nguyễn Văn A", "001080000001", "Ấp 3, xã Kiến Bình", communes[0].Code),
                    new("P2", "organisation", "Công ty TNHH \"Đất, Nước\"", "1100000002", "", communes[0].Code),
                    new("P3", "state", "Ngân sách nhà nước"),
                ],
                Targets = today < new DateOnly(2020, 1, 1) ? [] :
                [
                    new("P1", "", 2020, "matters", 81.5m, "annual"), new("P1", "", 2020, "money", 38m, "prorata", "12/QĐ", new(2019, 11, 1)),
                    new("D1", "oD1a", 2020, "matters", 80.25m, "annual"),
                ],
            };
            var (matters, obligations, roles, steps, events) =
                (new List<MatterRow>(), new List<ObligationRow>(), new List<RoleRow>(), new List<StepRow>(), new List<EventRow>());
            for (var i = 1; i <= count; i++)
            {
                var matter = MakeMatter($"M{i:0000}");
                var lines = MakeLines(matter.Code).ToList();
                matters.Add(matter);
                obligations.AddRange(lines);
                roles.AddRange(lines.Where(_ => Chance(20)).SelectMany(
                    line => new RoleRow[] { new(line.Matter, line.Line, "P1", "debtor"), new(line.Matter, line.Line, One("P2", "P3"), "creditor") }));
                steps.AddRange(MakeSteps(matter, lines));
                events.AddRange(MakeEvents(matter, lines));
            }

            return set with { Matters = matters, Obligations = obligations, Roles = roles, Steps = steps, Events = events };
        }

        /// <summary>
        /// A centre C, provinces P1 and P2, districts D1 to D5. D2 ends between 2018 and 2020 and is succeeded by D3. With June 2025 P2 goes into P1, and all
        /// districts but D5 into the rooms R1 and R2: so D2 → D3 → R1. D4 and D5 come from under P2 under P1 by a second row of their own.
        /// </summary>
        private void MakeUnits()
        {
            DateOnly reform = new(2025, 7, 1);
            var ended = Between(new(2018, 1, 1), new(2020, 12, 31));
            var moved = Between(new(2018, 1, 1), new(2020, 12, 31));
            Unit("C", "central", ("", null, null));
            Unit("P1", "province", ("C", null, null));
            Unit("P2", "province", ("C", null, reform));
            Unit("D1", "district", ("P1", null, reform));
            Unit("D2", "district", ("P1", new(2000, 1, 1), ended));
            Unit("D3", "district", ("P1", ended, reform));
            Unit("D4", "district", ("P2", null, moved), ("P1", moved, reform));
            Unit("D5", "district", ("P2", null, reform), ("P1", reform, null));
            Unit("R1", "room", ("P1", reform, null));
            Unit("R2", "room", ("P1", reform, null));
            Succeeds("D2", "D3", ended);
            Succeeds("P2", "P1", reform);
            Succeeds("D1", "R1", reform);
            Succeeds("D3", "R1", reform);
            Succeeds("D4", "R2", reform);
            Officer("oP1a", ("P1", null, null));
            Officer("oP1b", ("P1", new(2017, 3, 1), new(2026, 2, 1)));
            Officer("oP2a", ("P2", null, reform), ("P1", reform, null));
            Officer("oD1a", ("D1", null, reform), ("R1", reform, null));
            Officer("oD1b", ("D1", null, new(2019, 3, 15)), ("D1", new(2019, 9, 1), reform), ("R2", reform, null));
            Officer("oD2a", ("D2", null, ended), ("D3", ended, reform), ("R1", reform, null));
            Officer("oD3a", ("D3", ended, reform));
            Officer("oD4a", ("D4", null, reform), ("R2", reform, null));
            Officer("oD5a", ("D5", null, null));
            var changes = Between(new(2018, 1, 1), new(2021, 9, 30));
            Officer("oMa", ("D1", null, changes), ("D4", changes, reform), ("D5", reform, null));
            var returns = changes.AddDays(random.Next(30, 500));
            Officer("oMb", ("D5", null, changes), ("P1", changes, returns), ("D5", returns, null));
            communes.Add(new("K1", "Xã Kiến Bình", "D5"));
            communes.Add(new("K2", "Phường 2", "D1", null, today < reform ? null : reform.AddDays(-1), today < reform ? "" : "K3"));
            if (today >= reform)
            {
                communes.Add(new("K3", "Phường Mới", "R1", reform));
            }
        }

        // A period is [from, until), and what would begin after today is not known yet.
        private DateOnly? LastDay(DateOnly? until) => until <= today ? until.Value.AddDays(-1) : null;

        private void Unit(string code, string kind, params (string Parent, DateOnly? From, DateOnly? Until)[] periods) =>
            units.AddRange(periods.Where(p => p.From is null || p.From <= today)
                .Select(p => new UnitRow(code, $"Đơn vị {code}", kind, p.Parent, p.From, LastDay(p.Until))));

        private void Officer(string code, params (string Unit, DateOnly? From, DateOnly? Until)[] periods)
        {
            var title = One("enforcer", "chief_enforcer", "deputy");
            officers.AddRange(periods.Where(p => p.From is null || p.From <= today)
                .Select(p => new OfficerRow(code, $"Chấp hành viên {code}", p.Unit, title, p.From, LastDay(p.Until))));
        }

        private void Succeeds(string from, string to, DateOnly on)
        {
            if (on <= today)
            {
                succession.Add(new(from, to, on));
            }
        }

        private MatterRow MakeMatter(string code)
        {
            var old = Chance(70) || today < new DateOnly(2024, 10, 1);
            var decided = old ? Between(new(2016, 10, 1), new(2021, 9, 30)) : Between(new(2024, 10, 1), new(2027, 9, 30));
            var unit = One([.. units.Where(u => u.Code != "C" && BruteMatter.Spans(u.ValidFrom, decided, u.ValidTo)).Select(u => u.Code)]);
            string[] there = [.. OfficersOn(decided).Where(o => o.Unit == unit).Select(o => o.Code)];
            var known = random.Next(100) switch { < 65 => (DateOnly?)null, < 80 => decided, _ => Between(decided, decided.AddDays(200)) };
            var commune = One([.. communes.Where(c => BruteMatter.Spans(c.ValidFrom, decided, c.ValidTo)).Select(c => c.Code)]);
            return new(code, unit, there.Length == 0 || Chance(12) ? "" : One(there), decided, One(Bases), One(Types))
            {
                KnownOn = known,
                CreditInstitution = Chance(12),
                Corruption = Chance(8),
                ByDelegation = Chance(15),
                DecisionNumber = $"{code[1..]}/QĐ-THA",
                JudgmentNumber = $"{random.Next(1, 500)}/{decided.Year}/DS-ST",
                JudgmentOn = decided.AddDays(-random.Next(30, 400)),
                Court = One("TAND huyện Tân Thạnh", "TAND tỉnh, Long An"),
                EffectiveOn = decided.AddDays(-random.Next(1, 30)),
                ReceivedOn = Chance(50) ? decided.AddDays(-1) : null,
                RequestedOn = Chance(50) ? decided : null,
                Commune = Chance(60) ? commune : "",
            };
        }

        private IEnumerable<ObligationRow> MakeLines(string matter)
        {
            var number = random.Next(1, 3);
            for (var left = random.Next(1, 5); left > 0; left--, number++)
            {
                var kind = One(Kinds);
                var amount = kind == "act" || Chance(12) ? 0 : random.Next(20) switch
                {
                    0 => random.NextInt64(1, 9_000_000_000_000),
                    < 8 => random.Next(1, 12),
                    _ => random.Next(1, 500) * 1000,
                };
                var (debtor, creditor) = (One("Nguyễn Văn A", ""), One("Công ty B, C & D", "Ngân sách"));
                yield return new(matter, $"{number}", amount, kind, Chance(35), debtor, creditor, One("", "án phí"));
            }
        }

        private List<StepRow> MakeSteps(MatterRow matter, List<ObligationRow> lines)
        {
            var life = new BruteMatter(matter, lines);
            var steps = new List<StepRow>();
            var day = matter.DecidedOn;
            for (var left = random.Next(0, 16); left > 0; left--)
            {
                day = day.AddDays(Gap());
                if (day > today)
                {
                    break;
                }

                if (SomeStep(life, matter, day) is { } step)
                {
                    Take(step);
                    if (step.Step == "collected" && Chance(15) && life.WhyNot(step, officers) is null)
                    {
                        Take(step); // an equal row
                    }
                }
            }

            while (Chance(30))
            {
                if (SomeVoided(matter, lines, steps) is { } voided)
                {
                    steps.Insert(random.Next(steps.Count + 1), voided);
                }
            }

            return Chance(40) ? Mixed(steps) : steps;

            void Take(StepRow step)
            {
                life.Take(step);
                steps.Add(step);
            }
        }

        private StepRow? SomeStep(BruteMatter life, MatterRow matter, DateOnly day)
        {
            var sound = StepKinds
                .Where(kind => BruteMatter.IsOpen(life.State) || kind.Step == "restored" || Chance(30)) // closed, it is only now and then handed over
                .Select(kind => (kind.Weight, Steps: Candidates(kind.Step, life, matter, day).Where(s => life.WhyNot(s, officers) is null).ToList()))
                .Where(kind => kind.Steps.Count > 0)
                .ToList();
            if (sound.Count == 0)
            {
                return null;
            }

            var at = random.Next(sound.Sum(kind => kind.Weight));
            var chosen = sound.First(kind => (at -= kind.Weight) < 0).Steps;
            return Known(chosen[random.Next(chosen.Count)], matter);
        }

        private IEnumerable<StepRow> Candidates(string kind, BruteMatter life, MatterRow matter, DateOnly day)
        {
            var step = new StepRow(matter.Code, "", kind, day) { Note = One(Notes) };
            switch (kind)
            {
                case "reassigned":
                    return OfficersOn(day).Where(o => o.Unit == life.Account.Unit).Select(o => step with { ToOfficer = o.Code });
                case "transferred":
                    return OfficersOn(day).Where(o => o.Unit != life.Account.Unit || Chance(10))
                        .Select(o => step with { ToUnit = o.Unit, ToOfficer = o.Code });
                case "collected" or "reduced":
                    return life.Lines.Where(line => line.Remainder > 0).Select(line => step with
                    {
                        Line = line.Code,
                        Amount = Chance(25) ? (long)line.Remainder : random.NextInt64(1, (long)line.Remainder + 1),
                        Manner = kind == "collected" ? One(Manners) : "",
                    });
                case "increased":
                    return life.Lines.Select(line => step with { Line = line.Code, Amount = random.Next(1, 100_000) });
                default:
                    return life.Lines.Select(line => line.Code).Append("").Append("")
                        .Select(code => step with { Line = code, Manner = kind == "performed" ? One(Manners) : "" });
            }
        }

        /// <summary>Right in form and dates; what it would do is as it comes. Often a copy of a row that stands.</summary>
        private StepRow? SomeVoided(MatterRow matter, List<ObligationRow> lines, List<StepRow> steps)
        {
            StepRow voided;
            if (steps.Count > 0 && Chance(40))
            {
                voided = steps[random.Next(steps.Count)];
            }
            else
            {
                var kind = StepKinds[random.Next(StepKinds.Length)].Step;
                var step = new StepRow(matter.Code, One([.. lines.Select(line => line.Line)]), kind, Between(matter.DecidedOn, today));
                var to = One([.. OfficersOn(step.On)]);
                if (kind is "separated" or "returned" && (kind == "returned") != (step.On >= new DateOnly(2026, 7, 1) && matter.Basis == "on_request"))
                {
                    return null; // is the law of the day a matter of form? nothing here depends on it
                }

                voided = Known(kind switch
                {
                    "reassigned" => step with { Line = "", ToOfficer = to.Code },
                    "transferred" => step with { Line = "", ToUnit = to.Unit, ToOfficer = to.Code },
                    "collected" or "reduced" or "increased" => step with { Amount = random.Next(1, 300_000) },
                    "restored" => step,
                    _ => step with { Line = One(step.Line, "") },
                }, matter);
            }

            var known = voided.KnownSince;
            return known < today ? voided with { VoidedOn = Between(known.AddDays(1), known.AddDays(random.Next(1, 700))) } : null;
        }

        private StepRow Known(StepRow step, MatterRow matter)
        {
            var earliest = step.On > matter.KnownSince ? step.On : matter.KnownSince;
            return step with
            {
                KnownOn = random.Next(100) switch
                {
                    < 55 when earliest == step.On => null,
                    < 65 => earliest,
                    < 90 => Between(earliest, earliest.AddDays(60)),
                    _ => Between(earliest, earliest.AddDays(700)),
                },
            };
        }

        private IEnumerable<EventRow> MakeEvents(MatterRow matter, List<ObligationRow> lines)
        {
            while (Chance(40))
            {
                var (kind, results) = EventKinds[random.Next(EventKinds.Length)];
                var on = Between(matter.DecidedOn, today);
                var known = Between(on > matter.KnownSince ? on : matter.KnownSince, on.AddDays(40));
                yield return new(matter.Code, One("", lines[0].Line), kind, on)
                {
                    KnownOn = known == on && Chance(50) ? null : known,
                    VoidedOn = known < today && Chance(20) ? Between(known.AddDays(1), today) : null,
                    Result = One(results),
                    Partner = One("", "P2"),
                    Note = One(Notes),
                };
            }
        }

        /// <summary>Another order of entry in which the rows of each day keep theirs.</summary>
        private List<StepRow> Mixed(List<StepRow> steps)
        {
            var waiting = steps.GroupBy(s => s.On).ToDictionary(g => g.Key, g => new Queue<StepRow>(g));
            return [.. steps.OrderBy(_ => random.Next()).Select(s => waiting[s.On].Dequeue())];
        }

        private IEnumerable<OfficerRow> OfficersOn(DateOnly day) => officers.Where(o => BruteMatter.Spans(o.ValidFrom, day, o.ValidTo));

        private int Gap() => random.Next(20) switch { < 5 => 0, < 13 => random.Next(1, 60), < 18 => random.Next(60, 200), _ => random.Next(200, 500) };

        private bool Chance(int percent) => random.Next(100) < percent;

        private T One<T>(params T[] choices) => choices[random.Next(choices.Length)];

        /// <summary>A day from the first to the last, neither after today.</summary>
        private DateOnly Between(DateOnly first, DateOnly last)
        {
            last = last < today ? last : today;
            return last <= first ? first : first.AddDays(random.Next(last.DayNumber - first.DayNumber + 1));
        }
    }
}
