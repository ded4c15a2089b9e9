using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Units;

namespace Thads.Office.Papers;

/// <summary>What goes into a paper.</summary>
/// <param name="Words">`chu:` by name; those of <see cref="PaperTags.Common"/> may be given too.</param>
/// <param name="Texts">`van:` by name: paragraphs.</param>
/// <param name="Grids">`bang:` and `lap:` by name.</param>
/// <param name="On">Day of the paper; null = left open, with dots.</param>
/// <param name="Number">Null = left open.</param>
public sealed record PaperFill(
    IReadOnlyDictionary<string, string> Words, IReadOnlyDictionary<string, IReadOnlyList<string>>? Texts = null, IReadOnlyDictionary<string, Grid>? Grids = null, DateOnly? On = null, string? Number = null);

/// <summary>Writes a paper from the template the unit uses.</summary>
public static class WritePaper
{
    /// <param name="unit">Code of the unit that writes.</param>
    /// <returns>A .docx.</returns>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<byte[]> RunAsync(PaperKind kind, string unit, PaperFill fill, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var papers = await PaperTemplates.OfAsync(unit, work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var day = fill.On ?? work.Today;
        var above = tree.PeriodOn(papers.Unit, day)?.Parent;
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["co-quan-cap-tren"] = above is { } superior ? tree.UnitName(superior, day).ToUpper(Words.Format) : "BỘ TƯ PHÁP",
            ["co-quan"] = papers.UnitName.ToUpper(Words.Format),
            ["so"] = fill.Number ?? "      ",
            ["ky-hieu"] = kind.Symbol,
            ["dia-danh-ngay"] = fill.On is { } on ? $"Ngày {on.Day:00} tháng {on.Month:00} năm {on.Year}" : "……, ngày … tháng … năm …",
            ["trich-yeu"] = kind.Title,
            ["chuc-vu"] = "THỦ TRƯỞNG",
            ["nguoi-ky"] = "",
        };
        foreach (var (name, word) in fill.Words)
        {
            words[name] = word;
        }

        var passages = (fill.Texts ?? new Dictionary<string, IReadOnlyList<string>>()).ToDictionary(pair => $"van:{pair.Key}", pair => (IReadOnlyList<Passage>)[.. pair.Value.Select(Passage.Of)]);
        passages.TryAdd("van:noi-nhan", [Passage.Of("- Như trên;"), Passage.Of("- Lưu: VT.")]);
        var holding = papers.Holding[kind.Code];
        return FillDocx.Run(
            holding is null ? kind.ToFile() : await PaperTemplates.FileAsync(unit, kind.Code, holding.Number, work, ct),
            new Filling(words.ToDictionary(pair => $"chu:{pair.Key}", pair => new TextRun(pair.Value)), passages, fill.Grids ?? new Dictionary<string, Grid>(), new Dictionary<string, Chart>()),
            words["trich-yeu"]);
    }
}
