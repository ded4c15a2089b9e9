using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Figures;
using Thads.Office.Manners;
using Thads.Office.Matters;

namespace Thads.Office.Narrative;

/// <summary>How what was settled came about: of free will, after persuasion, by coercion; in which communes; and what was done for it. From the books alone.</summary>
internal static class WayFacts
{
    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        var question = Question(query.Unit, scope, scope.Year);
        var settled = await ReadEnds.RunAsync(question, work, ct);
        Manners(book, query, settled);
        Communes(book, settled, scope);
        await EventsAsync(book, query, scope, work, ct);
        var part = await ReadCommunePart.RunAsync(question, work, ct);
        var with = new MannerSums(settled, [], part);
        book.Matters("manner.with_commune", "Thi hành xong sau vận động có xã, phường, thị trấn tham gia", with.Number(MannerListing.WithCommune), new FactSource(SourceKind.Own, query.Year, Own: new OwnPick("manner", WithCommune)));
        book.Percent("manner.with_commune.share", "Tỷ lệ sau vận động có xã, phường, thị trấn tham gia trong số thi hành xong", with.Share(MannerListing.WithCommune), new FactSource(SourceKind.Derived, query.Year));
    }

    /// <summary>Word of the list of what communes had their part in.</summary>
    internal const string WithCommune = "with_commune";

    /// <summary>The months of a year, in the units as organised at the end of the report's own.</summary>
    internal static EndQuestion Question(string unit, FormScope scope, StatisticalYear year) =>
        new(unit, year.Start, year.EndOfMonth(scope.Months), scope.CutOff.KnownOn, scope.CutOff.Act, scope.End);

    private static void Manners(FactBook book, NarrativeQuery query, IReadOnlyList<MatterEnd> settled)
    {
        var completed = settled.Where(s => s.State == DocketState.Completed).ToList();
        var whole = Sum(completed, isMoney: false);
        var rows = new List<GridRow>();
        foreach (var manner in Enum.GetValues<Manner>().Select(m => (Manner?)m).Append(null))
        {
            var code = manner is { } known ? Codes.CodeOf(known) : "unsaid";
            var title = manner is { } m ? Words.Say(Language.Vietnamese, $"narrative.manner.{Codes.CodeOf(m)}") : Words.Say(Language.Vietnamese, "narrative.manner.unsaid");
            var of = completed.Where(s => s.Manner == manner).ToList();
            var (matters, money) = (Sum(of, isMoney: false), Sum(of, isMoney: true));
            var source = new FactSource(SourceKind.Own, query.Year, Own: new OwnPick("manner", manner is null ? "-" : code));
            book.Matters($"manner.{code}", $"Thi hành xong: {title.ToLower(Words.Format)}", matters, source);
            book.Percent($"manner.{code}.share", $"Tỷ lệ trong số thi hành xong: {title.ToLower(Words.Format)}", FactBook.Share(matters, whole), new FactSource(SourceKind.Derived, query.Year));
            if (matters != 0 || money != 0)
            {
                var which = manner is null ? "-" : code;
                rows.Add(new GridRow([new TextRun(title), FactSource.Run(book.Written(matters, isMoney: false), "own", "manner", which), new TextRun(FactBook.Written(FactBook.Share(matters, whole))), FactSource.Run(book.Written(money, isMoney: true), "own", "manner", which)]));
            }
        }

        var amiable = Sum(completed.Where(s => s.Manner is Manner.FreeWill or Manner.Persuasion), isMoney: false);
        book.Matters("manner.amiable", "Thi hành xong không phải cưỡng chế: tự nguyện hoặc sau vận động", amiable, new FactSource(SourceKind.Derived, query.Year));
        book.Percent("manner.amiable.share", "Tỷ lệ không phải cưỡng chế trong số thi hành xong", FactBook.Share(amiable, whole), new FactSource(SourceKind.Derived, query.Year));
        if (rows.Count > 0)
        {
            rows.Add(new GridRow([new TextRun("Tổng số thi hành xong"), FactSource.Run(book.Written(whole, isMoney: false), "01", "I", "completed"), new TextRun(FactBook.Written(FactBook.Share(whole, whole))), FactSource.Run(book.Written(Sum(completed, isMoney: true), isMoney: true), "02", "I", "completed")], IsTotal: true));
        }

        book.Grids["manners"] = new Grid(
            "Thi hành xong theo cách thức", [new("manner", "Cách thức", IsNumber: false, Width: 24), new("matters", "Việc"), new("share", "Tỷ lệ %"), new("money", "Số tiền (tỷ đồng)", Width: 12)], rows);
        if (whole > 0)
        {
            var bars = Enum.GetValues<Manner>().Select(m => (Title: Words.Say(Language.Vietnamese, $"narrative.manner.{Codes.CodeOf(m)}"), Matters: Sum(completed.Where(s => s.Manner == m), isMoney: false))).ToList();
            book.Charts["manners"] = new Chart("Số việc thi hành xong theo cách thức (việc)", ChartKind.Bars, [.. bars.Select(b => b.Title)], [new ChartSeries("Việc", [.. bars.Select(b => (decimal?)b.Matters)])], "việc", 0);
        }
    }

    private static void Communes(FactBook book, IReadOnlyList<MatterEnd> settled, FormScope scope)
    {
        var completed = settled.Where(s => s.State == DocketState.Completed && s.Commune is not null).GroupBy(s => s.Commune!).Select(g => (Commune: scope.Tree.Communes[g.Key], Ends: g))
            .Select(g => (Id: g.Commune.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), g.Commune.Name, Matters: Sum(g.Ends, false), Money: Sum(g.Ends, true), Amiable: Sum(g.Ends.Where(s => s.Manner is Manner.FreeWill or Manner.Persuasion), false)))
            .Where(c => c.Matters != 0 || c.Money != 0).OrderByDescending(c => c.Matters).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        book.Count("communes", "Số xã, thị trấn có việc thi hành xong", completed.Count == 0 ? null : completed.Count, new FactSource(SourceKind.Derived, scope.Year.Year));
        book.Grids["communes"] = new Grid(
            "Thi hành xong theo nơi cư trú của người phải thi hành án",
            [
                new("commune", "Xã, phường, thị trấn", IsNumber: false, Width: 20), new("matters", "Việc xong"), new("amiable", "Trong đó tự nguyện, vận động", Width: 13), new("share", "Tỷ lệ %"), new("money", "Số tiền (tỷ đồng)", Width: 12),
            ],
            [.. completed.Select(c => new GridRow(
                [
                    new TextRun(c.Name), FactSource.Run(book.Written(c.Matters, false), "own", "commune", c.Id), FactSource.Run(book.Written(c.Amiable, false), "own", "commune", c.Id + "-"), new TextRun(FactBook.Written(FactBook.Share(c.Amiable, c.Matters))),
                    FactSource.Run(book.Written(c.Money, true), "own", "commune", c.Id),
                ]))]);
    }

    /// <summary>What was done, in the year and in the one before.</summary>
    private static async Task EventsAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        foreach (var year in new[] { scope.Year, new StatisticalYear(scope.Year.Year - 1) })
        {
            var done = await ReadFieldEvents.RunAsync(Question(query.Unit, scope, year), [.. ReadManners.Kinds, EventKind.Verified], work, ct);
            var prefix = year == scope.Year ? "event" : "event.before";
            foreach (var (kind, title) in new[]
            {
                (EventKind.Verified, "Lượt xác minh điều kiện thi hành án"), (EventKind.Persuaded, "Lượt vận động, thuyết phục"), (EventKind.CoercionDecided, "Quyết định cưỡng chế"),
                (EventKind.CoercionHeld, "Cuộc cưỡng chế đã tổ chức"), (EventKind.CoercionPutOff, "Cuộc cưỡng chế phải hoãn"),
            })
            {
                book.Count($"{prefix}.{Codes.CodeOf(kind)}", $"{title}, năm {year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}", done.Count(one => one.Kind == kind), new FactSource(SourceKind.Own, year.Year, Own: new OwnPick("event", Codes.CodeOf(kind))));
            }

            book.Count($"{prefix}.agreed", $"Lượt vận động thành công, năm {year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}", done.Count(one => MannerListing.Agreed.Has(one)), new FactSource(SourceKind.Own, year.Year, Own: new OwnPick("event", "agreed")));
        }
    }

    private static long Sum(IEnumerable<MatterEnd> settled, bool isMoney) => settled.Where(s => s.IsMoney == isMoney).Sum(s => s.Quantity);
}
