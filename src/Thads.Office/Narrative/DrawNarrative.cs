using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>A report in words, drawn up: its numbers with what was typed in their place, the texts people wrote, and which numbers cannot all be true.</summary>
/// <param name="LastAct">The act of the cut-off.</param>
/// <param name="Texts">What holds for each text, drafts too; without those taken away.</param>
/// <param name="Clashes">Empty = the report may go out.</param>
public sealed record NarrativeReport(
    NarrativeQuery Query, int Unit, string UnitName, long LastAct, FactBook Book, IReadOnlyDictionary<string, NarrativeText> Texts, IReadOnlyList<NumberClash> Clashes)
{
    /// <summary>Numbers typed by hand.</summary>
    public IEnumerable<Fact> ByHand => Book.Facts.Where(fact => fact.ByHand is not null);

    /// <summary>The paragraphs of a place of the outline; empty = nothing to say.</summary>
    public IReadOnlyList<Passage> Say(TemplateTag tag) => tag switch
    {
        { Kind: PlaceKind.Sentences, Name: NarrativeTags.Recipients } => [Passage.Of($"- {Book.Texts["noi-gui"]} (để báo cáo);"), Passage.Of("- Lưu: VT.")],
        { Kind: PlaceKind.Sentences } => Sentences.Compose(tag.Name, Book, Query.Kind) is { } said ? [said] : [],
        { Kind: PlaceKind.Table or PlaceKind.Chart } => [],
        _ => Texts.TryGetValue(tag.Name, out var text) && !text.IsDraft ? Sentences.Written(text.Text, Book) : [],
    };

    /// <summary>The numbers that stand somewhere in the report.</summary>
    public IEnumerable<Fact> Used
    {
        get
        {
            var runs = Query.Kind == NarrativeKind.News
                ? News.SelectMany(passage => passage.Runs)
                : Outline.One.Of(Query.Kind).SelectMany(section => section.Body).SelectMany(tag => tag.Kind == PlaceKind.Table
                    ? Book.Grids.GetValueOrDefault(tag.Name)?.Rows.SelectMany(row => row.Cells) ?? [] : Say(tag).SelectMany(passage => passage.Runs));
            var keys = runs.Select(run => run.Fact).OfType<string>().ToHashSet();
            return Book.Facts.Where(fact => keys.Contains(fact.Key));
        }
    }

    /// <summary>The short text for the portal: its title, then its paragraphs.</summary>
    public IReadOnlyList<Passage> News => [.. Outline.One.News.Select(code => Sentences.Compose(code, Book, Query.Kind)).OfType<Passage>()];

    /// <summary>Whether a section has anything to say.</summary>
    public bool Has(TemplateTag tag) => tag.Kind switch
    {
        PlaceKind.Table => Book.Grids.TryGetValue(tag.Name, out var grid) && grid.Rows.Count > 0,
        PlaceKind.Chart => Book.Charts.ContainsKey(tag.Name),
        _ => Say(tag).Count > 0,
    };
}

/// <summary>Draws up a report from the books: the same readings as the forms, targets and boards, at one stated cut-off.</summary>
public static class DrawNarrative
{
    /// <param name="isSample">The office is made up, and its reports say so.</param>
    /// <exception cref="RefusedException">Those of <see cref="NarrativeQuery.WhyNot"/> and of <see cref="FormScope.ResolveAsync"/>.</exception>
    /// <exception cref="NotFoundException">`report.unit`: the unit is not there, or not this person's to see.</exception>
    public static async Task<NarrativeReport> RunAsync(NarrativeQuery query, bool isSample, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var asked = new FormQuery("04", query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: query.LastAct);
        var scope = await FormScope.ResolveAsync(asked, work, ct);
        RefusedException.ThrowIf(query.WhyNot(work.Today));
        var act = scope.CutOff.Act;
        var book = new FactBook();
        var now = await ReadUnitFigures.RunAsync(asked with { LastAct = act }, work, ct);
        var (before, beforeByNow) = await BeforeAsync(asked with { Year = query.Year - 1, LastAct = act }, now, work, ct);
        book.MoneyDecimals = now.Long(Measure.Money, "total") >= 100_000_000_000 ? 1 : 3;
        await NarrativeWords.AddAsync(book, query, scope, now, before, isSample, work, ct);
        var measures = new MeasureFacts(book, query, now, before, beforeByNow);
        await measures.AddAsync(Measure.Matters, work, ct);
        await measures.AddAsync(Measure.Money, work, ct);
        await PeopleFacts.AddAsync(book, query, now, work, ct);
        await ConferenceFacts.AddAsync(book, query, work, ct);
        if (!now.IsMixed())
        {
            await KindFacts.AddAsync(book, query, act, work, ct);
            await StockFacts.AddAsync(book, query, act, work, ct);
            await WayFacts.AddAsync(book, query, scope, work, ct);
            await ObstacleFacts.AddAsync(book, query, scope, work, ct);
            await CampaignFacts.AddAsync(book, query, scope, work, ct);
            await BankFacts.AddAsync(book, query, scope, work, ct);
            await CoordinationFacts.AddAsync(book, query, scope, work, ct);
        }

        return await WithWritingAsync(query, scope, act, book, work, ct);
    }

    /// <summary>The year before by its own rules, and by those of now where they differ; nothing where the two years are not of the same units.</summary>
    private static async Task<(UnitFigures? Then, UnitFigures? ByNow)> BeforeAsync(FormQuery asked, UnitFigures now, Work work, CancellationToken ct)
    {
        var before = await ReadUnitFigures.RunAsync(asked, work, ct);
        if (before.Long(Measure.Matters, "total") is null or 0 || !before.Missing.Order().SequenceEqual(now.Missing.Order()))
        {
            return (null, null);
        }

        // What came by file was counted by the rules of its time and cannot be counted again.
        var byNow = before.Set.Regime == now.Set.Regime || before.IsMixed() ? null : await ReadUnitFigures.RunAsync(asked with { Regime = now.Set.Regime }, work, ct);
        return (before, byNow);
    }

    private static async Task<NarrativeReport> WithWritingAsync(NarrativeQuery query, FormScope scope, long act, FactBook book, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        foreach (var typed in (await NarrativeStore.NumbersAsync(connection, scope.Unit, query.Year, query.Months, ct)).GroupBy(number => number.Fact).Select(g => g.First()))
        {
            if (typed.Value is { } value)
            {
                book.TakeByHand(typed.Fact, new HandNumber(value, typed.Reason, typed.Person, typed.At));
            }
        }

        // Tables were drawn before: what was typed goes into those made of facts again.
        MeasureTables.Refresh(book);
        var byHand = book.Facts.Where(fact => fact.ByHand is not null).Select(fact =>
            $"{fact.Title} {fact.Text} (hệ thống tính {fact.TextOf(fact.Computed)}; {fact.ByHand!.Person} nhập ngày {StockFacts.Day(DateOnly.FromDateTime(OfficeClock.OnTheWall(fact.ByHand.At)))}, lý do: {fact.ByHand.Reason})").ToList();
        if (byHand.Count > 0)
        {
            book.Texts["by_hand"] = string.Join("; ", byHand);
        }

        var texts = (await NarrativeStore.TextsAsync(connection, scope.Unit, query.Year, query.Months, ct)).GroupBy(text => text.Block).Select(g => g.First())
            .Where(text => text.Text.Length > 0).ToDictionary(text => text.Block);
        var report = new NarrativeReport(query, scope.Unit, scope.Tree.UnitName(scope.Unit, scope.End), act, book, texts, CheckNumbers.Run(book, query));
        book.Grids["sources"] = MeasureTables.Sources(report.Used);
        return report;
    }
}
