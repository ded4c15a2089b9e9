using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Papers;

/// <summary>A template a unit brought in.</summary>
/// <param name="Hash">SHA-256, small hexadecimal digits; "" = back to the one above.</param>
public sealed record PaperTemplate(int Number, int Unit, string Kind, string Name, string Hash, int Length, string Person, DateTime At);

/// <summary>The templates a unit uses, and those it brought in.</summary>
/// <param name="Holding">Kind → the template of the unit or of the nearest above; null = the one that comes with the program.</param>
/// <param name="Own">All that the unit brought in, the last first.</param>
public sealed record UnitPapers(int Unit, string UnitName, IReadOnlyDictionary<string, PaperTemplate?> Holding, IReadOnlyList<PaperTemplate> Own);

/// <summary>Reads templates of papers and their files.</summary>
public static class PaperTemplates
{
    /// <param name="unit">Code.</param>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<UnitPapers> OfAsync(string unit, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var found = tree.UnitOf(unit) is { } known && work.Person.Sees(known) ? known : throw new NotFoundException(new Refusal("report.unit", unit));
        var up = new List<int>();
        for (int? at = found; at is { } there && !up.Contains(there); at = tree.PeriodOn(there, work.Today)?.Parent)
        {
            up.Add(there);
        }

        var all = await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT t.number, t.unit_id, t.kind, t.name, t.hash, t.length, a.person, a.at FROM paper_template t JOIN act a ON a.seq = t.act WHERE t.unit_id IN ({Sql.List(up)}) ORDER BY t.number DESC",
            r => new PaperTemplate(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt32(5), r.GetString(6), r.Moment(7)), ct);
        return new UnitPapers(
            found, tree.UnitName(found, work.Today),
            PaperKinds.All.ToDictionary(
                kind => kind.Code, kind => up.Select(there => all.FirstOrDefault(t => t.Unit == there && t.Kind == kind.Code)).FirstOrDefault(t => t is { Length: > 0 }), StringComparer.Ordinal),
            [.. all.Where(template => template.Unit == found)]);
    }

    /// <summary>A template as a file.</summary>
    /// <param name="number">Of one the unit uses or brought in; null = the one that comes with the program.</param>
    /// <exception cref="NotFoundException">`paper.unknown`, `paper.no-template`.</exception>
    public static async Task<byte[]> FileAsync(string unit, string kind, int? number, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        if (number is null)
        {
            return PaperKinds.Named(kind).ToFile();
        }

        var papers = await OfAsync(unit, work, ct);
        return papers.Own.Concat(papers.Holding.Values.OfType<PaperTemplate>()).Any(template => template.Number == number && template.Length > 0)
            ? Convert.FromBase64String((await (await work.ConnectAsync(ct)).ValueAsync<string>("SELECT content FROM paper_template WHERE number = @number", ct, ("number", number)))!)
            : throw new NotFoundException(new Refusal("paper.no-template", number.Value));
    }
}
