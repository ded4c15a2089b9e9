namespace Thads.Office.Figures.Sheets;

/// <summary>
/// The columns of a form in the order of the paper, under their group titles: a reconstruction (statistics.md, section 4.1).
/// The report says which columns there are; this table says where they stand.
/// </summary>
public static class FormHeader
{
    private const string Dealt = "Tổng số giải quyết";
    private const string Enforceable = "Có điều kiện thi hành";
    private const string CarriedOver = "Chuyển kỳ sau";

    /// <param name="Group">The title above, or null: the column's own title takes both lines.</param>
    /// <param name="IsSum">The first column of its group, headed "Tổng số".</param>
    private sealed record Place(string Cell, string? Group = null, bool IsSum = false);

    private static readonly IReadOnlyList<Place> From2019 =
    [
        new("total", Dealt, IsSum: true), new("carried", Dealt), new("new", Dealt), new("delegated_in", Dealt),
        new("delegated"), new("withdrawn"), new("pulled_up"), new("returned"), new("due"),
        new("enforceable", Enforceable, IsSum: true), new("settled", Enforceable), new("completed", Enforceable), new("terminated", Enforceable),
        new("reduced", Enforceable), new("in_progress", Enforceable), new("postponed_by_agreement", Enforceable), new("paused", Enforceable),
        new("not_enforceable"), new("postponed"), new("suspended"),
        new("carried_over", CarriedOver, IsSum: true), new("carried_over_enforceable", CarriedOver),
        new("rate"), new("separate"),
    ];

    /// <summary>Under 08/2015 what is postponed or suspended is a part of what can be enforced.</summary>
    private static readonly IReadOnlyList<Place> Until2019 =
    [
        .. From2019.TakeWhile(place => place.Cell != "not_enforceable"),
        new("postponed", Enforceable), new("suspended", Enforceable), new("not_enforceable"),
        .. From2019.SkipWhile(place => place.Cell != "carried_over"),
    ];

    /// <summary>The columns of the report as they stand on the paper, each with its place in the report; columns unknown here come last.</summary>
    public static IReadOnlyList<PaperColumn> Columns(FormReport report)
    {
        var places = report.Regime == "08-2015" ? Until2019 : From2019;
        return
        [
            .. from item in report.Columns.Select((column, index) => (Column: column, Index: index))
               let rank = places.TakeWhile(place => place.Cell != item.Column.Cell).Count()
               orderby rank
               let place = rank < places.Count ? places[rank] : new Place(item.Column.Cell)
               select new PaperColumn(item.Column, item.Index, place.Group, place.IsSum, place.IsSum ? "Tổng số" : Capitalised(item.Column.TitleVi)),
        ];
    }

    private static string Capitalised(string title) => title.Length == 0 ? title : char.ToUpper(title[0], Words.Format) + title[1..];
}

/// <summary>A column as it is headed on the paper, with its index in the report.</summary>
/// <param name="Group">The title above it and its neighbours, or null.</param>
/// <param name="IsSum">It opens its group, and its own title is that of the group.</param>
public sealed record PaperColumn(FormColumn Column, int Index, string? Group, bool IsSum, string Title);
