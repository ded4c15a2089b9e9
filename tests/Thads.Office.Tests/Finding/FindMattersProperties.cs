using Thads.Law;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Fields;
using Thads.Office.Finding;
using Thads.Office.Matters;
using Thads.Office.Tests.Brute;
using Thads.Office.Units;

namespace Thads.Office.Tests.Finding;

/// <summary>What is found is what a plain walk over all matters finds, in the same order, however it is paged.</summary>
public sealed class FindMattersProperties
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_found_is_what_a_plain_walk_over_all_matters_finds(string kind)
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var set = RandomSets.Make(seed % 1000, 150, Today);
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(set, random);
        var books = await ReadAsync(office);
        var units = set.Units.Select(u => u.Code).Distinct().ToList();
        var found = 0L;

        for (var i = 0; i < 250; i++)
        {
            var filter = Filter(random, set, units);
            var order = new MatterOrder((MatterOrderBy)random.Next(1, 7), random.Next(2) == 0);
            var seen = random.Next(3) == 0 ? units.Where(_ => random.Next(2) == 0).ToList() : units;
            if (filter.Unit is not null && !seen.Contains(filter.Unit))
            {
                seen = [.. seen, filter.Unit];
            }

            var expected = books.Walk(filter, order, seen);
            if (filter.Officer is not (null or MatterFilter.Nobody) && !books.Tree.ServiceOf(books.Tree.OfficerOf(filter.Officer)!.Value).Any(s => seen.Contains(books.Tree.UnitCode(s.Unit))))
            {
                continue;
            }

            var (paged, back) = await PagedAsync(office, filter, order, seen, random.Next(3, 60));
            Assert.Equal(expected, paged);
            Assert.Equal(expected, back);
            found += expected.Count;
        }

        Assert.True(found > 2_000, $"only {found} found: the filters ask for too little");
    }

    /// <summary>All pages, forwards and then backwards; every one says the same total and stands where it says.</summary>
    private static async Task<(List<string> Forwards, List<string> Backwards)> PagedAsync(TestOffice office, MatterFilter filter, MatterOrder order, List<string> seen, int size)
    {
        var (all, pages) = (new List<string>(), new List<FoundMatters>());
        MatterPlace? after = null;
        do
        {
            var page = await office.FindSeenAsync(new FindMatters.Input(filter, order, size, after), [.. seen]);
            Assert.Equal(all.Count, page.Before);
            all.AddRange(page.Rows.Select(r => r.Code));
            pages.Add(page);
            after = page.Next is { } next ? MatterPlace.Read(next.ToString()) : null;
        }
        while (after is not null);

        Assert.All(pages, page => Assert.Equal(all.Count, page.Total));
        var back = pages[^1].Rows.Select(r => r.Code).ToList();
        for (var upTo = pages[^1].Previous; upTo is not null;)
        {
            var page = await office.FindSeenAsync(new FindMatters.Input(filter, order, size, UpTo: upTo), [.. seen]);
            back.InsertRange(0, page.Rows.Select(r => r.Code));
            upTo = page.Previous;
        }

        return (all, back);
    }

    private static MatterFilter Filter(Random random, ExchangeSet set, List<string> units)
    {
        string[] texts = ["nguyen", "van a", "Nguyễn", "cong ty", "kien binh", "M00", "m0012", "K1", "ngan sach", "1100000002", "xyz", "dat nuoc", "a"];
        var filter = new MatterFilter();
        for (var i = random.Next(0, 4); i > 0; i--)
        {
            filter = random.Next(13) switch
            {
                0 => filter with { Unit = One(units) },
                1 => filter with { Officer = random.Next(4) == 0 ? MatterFilter.Nobody : One(set.Officers.Select(o => o.Code).ToList()) },
                2 => filter with { States = [.. Enum.GetValues<DocketState>().Where(_ => random.Next(3) == 0)] },
                3 => filter with { DocketFrom = random.Next(2012, 2027) },
                4 => filter with { DocketTo = random.Next(2012, 2027) },
                5 => filter with { Basis = (Basis)random.Next(1, 3) },
                6 => filter with { Types = [.. Enum.GetValues<JudgmentType>().Where(_ => random.Next(3) == 0)] },
                7 => filter with { Commune = One(set.Communes.Select(c => c.Code).ToList()) },
                8 => filter with { CreditInstitution = random.Next(2) == 0, Corruption = random.Next(3) == 0, ByDelegation = random.Next(2) == 0 },
                9 => filter with { LeftFrom = random.Next(0, 100) * 1_000L, LeftTo = random.Next(2) == 0 ? null : random.Next(50, 5_000) * 1_000L },
                10 => filter with { DecidedFrom = Today.AddDays(-random.Next(0, 5_000)), DecidedTo = random.Next(2) == 0 ? null : Today.AddDays(-random.Next(0, 2_000)) },
                11 => filter with { MovedBefore = Today.AddDays(-random.Next(0, 2_000)) },
                _ => filter with { Text = One(texts) },
            };
        }

        return filter;

        T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
    }

    private static async Task<Books> ReadAsync(TestOffice office) => await office.ReadAsync(async connection =>
    {
        var ids = await connection.ListAsync("SELECT id FROM matter ORDER BY id", r => r.Id(0), TestContext.Current.CancellationToken);
        var files = await MatterFiles.ByIdAsync(connection, ids, TestContext.Current.CancellationToken);
        var parties = await connection.ListAsync(
            "SELECT p.code, p.name, p.number, p.address, c.name, c.successor, p.kind FROM party p LEFT JOIN commune c ON c.id = p.commune_id",
            r => (Code: r.GetString(0), Texts: Enumerable.Range(1, 5).Select(i => r.TextOrNone(i)).ToArray(), IsPerson: r.GetInt32(6) == 1), TestContext.Current.CancellationToken);
        return new Books(files, parties.ToDictionary(p => p.Code, p => (p.Texts, p.IsPerson)), await UnitTree.LoadAsync(connection, TestContext.Current.CancellationToken));
    });

    /// <summary>All matters in the order in which they came, asked one by one.</summary>
    private sealed record Books(List<MatterFile> Files, Dictionary<string, (string?[] Texts, bool IsPerson)> Parties, UnitTree Tree)
    {
        public List<string> Walk(MatterFilter f, MatterOrder order, List<string> seen)
        {
            var scope = f.Unit is null ? null : Tree.ScopeOf(Tree.UnitOf(f.Unit)!.Value, Today);
            var found = Files.Select((file, number) => (File: file, Number: number, Stands: MatterStanding.Of(file.Matter, file.Steps))).Where(x =>
            {
                var (m, s) = (x.File.Matter, x.Stands);
                var year = new StatisticalYear(m.DecidedOn.Month >= 10 ? m.DecidedOn.Year + 1 : m.DecidedOn.Year).Year;
                return seen.Contains(Tree.UnitCode(s.Unit)) && (scope is null || scope.Contains(s.Unit))
                    && (f.Officer is null || (f.Officer == MatterFilter.Nobody ? s.Officer == 0 : s.Officer != 0 && Tree.OfficerCode(s.Officer) == f.Officer))
                    && (f.States.Count == 0 || f.States.Contains(s.State)) && !(year < f.DocketFrom) && !(year > f.DocketTo)
                    && (f.Basis is null || m.Basis == f.Basis) && (f.Types.Count == 0 || f.Types.Contains(m.Type)) && (f.Commune is null || m.Commune == f.Commune)
                    && (!f.CreditInstitution || m.CreditInstitution) && (!f.Corruption || m.Corruption) && (!f.ByDelegation || m.ByDelegation)
                    && !(s.Remainder < f.LeftFrom) && !(s.Remainder > f.LeftTo) && !(m.DecidedOn < f.DecidedFrom) && !(m.DecidedOn > f.DecidedTo)
                    && (f.MovedBefore is null || s.MovedOn < f.MovedBefore) && Says(x.File, f.Text);
            });
            var sorted = found.OrderBy(x => order.By switch
            {
                MatterOrderBy.Decided => $"{x.File.Matter.DecidedOn:yyyyMMdd}",
                MatterOrderBy.Code => x.File.Matter.Code,
                MatterOrderBy.Debtor => Debtor(x.File),
                MatterOrderBy.Owed => $"{x.Stands.Owed:D20}",
                MatterOrderBy.Left => $"{x.Stands.Remainder:D20}",
                MatterOrderBy.Moved => $"{x.Stands.MovedOn:yyyyMMdd}",
            }, StringComparer.Ordinal).ThenBy(x => x.Number);
            return [.. (order.Descending ? sorted.Reverse() : sorted).Select(x => x.File.Matter.Code)];
        }

        private string Debtor(MatterFile file) =>
            file.Parties.FirstOrDefault(p => p.Role == PartyRole.Debtor) is { } party ? NameOrder.Of(Parties[party.Party].Texts[0]!, Parties[party.Party].IsPerson)
            : file.Matter.Lines.FirstOrDefault(l => l.Debtor is not null)?.Debtor is { } name ? NameOrder.Of(name, isPerson: true) : "";

        private bool Says(MatterFile file, string? text)
        {
            var m = file.Matter;
            var commune = m.Commune is null ? null : Tree.Communes[m.Commune];
            string?[] all =
            [
                m.Code, m.DecisionNumber, m.JudgmentNumber, commune?.Name, Successor(commune?.Successor), .. m.Lines.SelectMany(l => new[] { l.Debtor, l.Creditor }),
                .. file.Parties.SelectMany(p => Parties[p.Party].Texts[..4].Append(Successor(Parties[p.Party].Texts[4]))),
            ];
            var there = all.OfType<string>().SelectMany(Plain).ToList();
            return text is null || Plain(text) is { Length: > 0 } asked && asked.Index().All(a => there.Any(w => a.Index == asked.Length - 1 ? w.StartsWith(a.Item, StringComparison.Ordinal) : w == a.Item));
        }

        private string? Successor(string? code) => code is null ? null : Tree.Communes[code].Name;

        private static string[] Plain(string text) =>
            new string([.. SearchKey.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
