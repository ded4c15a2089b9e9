using System.Text.Json;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Ranking;

/// <summary>Reads the file of a scheme and checks all of it: a scheme that is not whole or contradicts itself is refused, with file and place.</summary>
public static class SchemeReader
{
    private const decimal MostPoints = 10_000;

    /// <param name="file">Its name, for what is said of it; without ".json" it is the scheme's code.</param>
    /// <exception cref="RefusedException">
    /// `scheme.not-json`, `scheme.missing`, `scheme.no-text`, `scheme.no-flag`, `scheme.no-list`, `scheme.number`, `scheme.word`, `scheme.unknown-field`, `scheme.cell`, `scheme.twice`,
    /// `scheme.no-target`, `scheme.no-grade`, `scheme.total`, `scheme.overlap`, `scheme.gap`, `scheme.order`, `scheme.code`.
    /// </exception>
    public static Scheme Read(string file, string text)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text);
        }
        catch (JsonException wrong)
        {
            throw new RefusedException(new Refusal("scheme.not-json", file, wrong.LineNumber is { } line ? line + 1 : 0));
        }

        using (json)
        {
            return Read(file, new SchemeNode(file, "", json.RootElement));
        }
    }

    private static Scheme Read(string file, SchemeNode at)
    {
        var from = at.Whole("from", 1993, 2100);
        var targets = at.List("targets").Select(node => Target(node, from)).ToList();
        var criteria = at.List("criteria").Select(node => Criterion(node, from)).ToList();
        var style = at.Of("ranks");
        var scheme = new Scheme(
            at.Text("code"), at.Text("vi"), at.Text("en"), from, at.Has("to") ? at.Whole("to", from, 2100) : null, at.By(), at.Number("total", 0, MostPoints), targets, criteria,
            [.. at.List("grades").Select(Grade)],
            [.. at.List("knockOuts").Select(node => node.Whole(new KnockOut(node.Text("target"), node.Text("notAbove"), node.By())))],
            [.. at.List("order").Select(node => node.Whole(new SchemeOrder(node.Word<OrderKind>("by"), node.OrNone("cell") is { } cell ? Cell(cell, from) : null, node.By())))],
            style.Word<RankStyle>("style"), style.By(),
            [.. at.List("open").Select(node => node.Whole((node.Text("vi"), node.Text("en"))))]);
        style.Whole(0);
        at.Text("lastChecked");
        RefusedException.ThrowIf(scheme.Code + ".json" == file ? null : new Refusal("scheme.code", file, scheme.Code));
        RefusedException.ThrowIf(SchemeRules.WhyNot(file, scheme));
        return at.Whole(scheme);
    }

    private static SchemeTarget Target(SchemeNode at, int from) => at.Whole(new SchemeTarget(
        at.Text("code"), at.Text("vi"), at.Text("en"), Cell(at.Of("of"), from), at.Flag("reduction"), at.NumberOrNone("value", 0, 100), at.Flag("strictly"), at.By()));

    /// <summary>A criterion has the fields of its kind and no others.</summary>
    private static Criterion Criterion(SchemeNode at, int from)
    {
        var kind = at.Word<PointsKind>("kind");
        var none = new Criterion(at.Text("code"), at.Text("vi"), at.Text("en"), kind == PointsKind.Deduction ? 0 : at.Number("maximum", 0.01m, MostPoints), kind, null, 0, 0, 0, 0, null, 0, 0, at.By());
        return at.Whole(kind switch
        {
            PointsKind.Proportional => none with { Target = at.Text("target") },
            PointsKind.Steps => none with
            {
                Target = at.Text("target"),
                AtTarget = at.Number("atTarget", 0, none.Maximum),
                Above = at.Number("above", 0, MostPoints),
                Below = at.Number("below", 0, MostPoints),
            },
            PointsKind.Bonus => none with { Met = at.Whole("met", 0, 100), AboveMean = at.OrNone("aboveMean") is { } cell ? Cell(cell, from) : null },
            PointsKind.Deduction => none with { Each = at.Number("each", 0.01m, MostPoints), Most = at.Number("most", 0.01m, MostPoints) },
            PointsKind.Manual => none,
        });
    }

    private static Grade Grade(SchemeNode at) => at.Whole(new Grade(
        at.Text("code"), at.Text("vi"), at.Text("en"), at.Number("from", 0, MostPoints), at.NumberOrNone("below", 0, MostPoints),
        [.. at.List("any").Select(node => node.Whole(new GradeCondition(node.Whole("met", 0, 100), node.NumberOrNone("othersWithin", 0.01m, 100))))], at.By()));

    /// <summary>A cell that every form set in use from the scheme's first year on has.</summary>
    private static CellOf Cell(SchemeNode at, int from)
    {
        var cell = at.Whole(new CellOf(at.Word<Measure>("measure"), at.Text("cell")));
        var last = FormSet.Of(from, 1);
        foreach (var set in FormSet.All.Where(set => set == last || (set.From.Year, set.From.Months).CompareTo((last.From.Year, last.From.Months)) > 0))
        {
            RefusedException.ThrowIf(set.Columns.Any(column => column.Cell == cell.Cell)
                ? null : new Refusal("scheme.cell", at.File, at.Place, cell.Cell, string.Join(", ", set.Columns.Select(column => column.Cell))));
        }

        return cell;
    }
}
