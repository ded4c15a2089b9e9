using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Workbooks;

namespace Thads.Office.Manners;

/// <summary>Communes, officers and years as a workbook: the numbers of the page, money in đồng, shares in percent.</summary>
public static class ExportManners
{
    private static readonly MannerListing[] Columns =
    [
        MannerListing.Settled, MannerListing.FreeWill, MannerListing.Persuasion, MannerListing.WithCommune, MannerListing.CoercionOrdered, MannerListing.Coercion, MannerListing.Unsaid, MannerListing.Otherwise,
    ];

    private static readonly MannerListing[] Work =
    [
        MannerListing.Persuaded, MannerListing.Agreed, MannerListing.PersuadedWithCommune, MannerListing.CoercionDecided, MannerListing.CoercionPlanned, MannerListing.CoercionHeld, MannerListing.CoercionPutOff,
    ];

    /// <param name="head">What it is of, line by line, under the title.</param>
    public static void Run(MannerFigures figures, IReadOnlyList<string> head, Language language, Stream to, Work work)
    {
        work.Require(Permissions.ReadFigures);
        string Say(string code) => Words.Say(language, code);
        string Named(MannerListing what) => Words.Say(language, $"MannerListing.{Codes.CodeOf(what)}");
        IReadOnlyList<TableColumn> columns =
        [
            new(Say("manners.col-kind"), TableCellKind.Text, 14), new(Say("manners.col-code"), TableCellKind.Text, 12), new(Say("manners.col-name"), TableCellKind.Text, 30),
            .. Columns.Select(what => new TableColumn(Named(what), TableCellKind.Number, 12)), new(Say("manners.col-amiable-share"), TableCellKind.Hundredths, 12),
            new(Say("manners.col-settled-money"), TableCellKind.Number, 18), new(Say("manners.col-amiable-money"), TableCellKind.Number, 18),
            .. Work.Select(what => new TableColumn(Named(what), TableCellKind.Number, 12)),
            new(Say("manners.col-settled-before"), TableCellKind.Number, 12), new(Say("manners.col-amiable-before"), TableCellKind.Hundredths, 12),
        ];
        using var workbook = new TableWorkbook(to, Say("manners.sheet"), [Say("manners.title"), .. head], columns, Say("find.page"));
        workbook.Add(Cells(Say("manners.kind-whole"), "", figures.UnitName, figures.Now, figures.Before));
        foreach (var (kind, parts) in new[] { ("manners.kind-commune", figures.Communes), ("manners.kind-officer", figures.Officers) })
        {
            foreach (var part in parts)
            {
                workbook.Add(Cells(Say(kind), part.Code ?? "", part.Code is null ? Say("manners.nowhere") : part.Name, part.Now, part.Before));
            }
        }
    }

    private static IEnumerable<TableCell> Cells(string kind, string code, string name, MannerSums now, MannerSums before)
    {
        yield return new TableCell(kind);
        yield return new TableCell(code);
        yield return new TableCell(name);
        foreach (var what in Columns)
        {
            yield return new TableCell(now.Number(what));
        }

        yield return Share(now);
        yield return new TableCell(now.Number(MannerListing.Settled, Measure.Money));
        yield return new TableCell(now.Number(MannerListing.Amiable, Measure.Money));
        foreach (var what in Work)
        {
            yield return new TableCell(now.Number(what));
        }

        yield return new TableCell(before.Number(MannerListing.Settled));
        yield return Share(before);
    }

    private static TableCell Share(MannerSums sums) => sums.Share(MannerListing.Amiable) is { } share ? new TableCell((long)(share * 100)) : new TableCell("");
}
