using Thads.Office.Matters;
using Thads.Office.Units;
using Thads.Office.Workbooks;

namespace Thads.Office.Finding;

/// <summary>What the list can show of a matter, in the order in which it stands there. Their codes stand in addresses and kept views.</summary>
public enum MatterColumn
{
    Code = 1,
    Decision = 2,
    Decided = 3,
    Debtor = 4,
    Creditor = 5,
    Type = 6,
    Basis = 7,
    Owed = 8,
    Left = 9,
    State = 10,
    Moved = 11,
    Officer = 12,
    Unit = 13,
    Commune = 14,
    DocketYear = 15,
    Judgment = 16,
    Marks = 17,
}

public static class MatterColumnFacts
{
    /// <summary>Shown as long as nobody chooses.</summary>
    public static readonly IReadOnlyList<MatterColumn> Usual =
    [
        MatterColumn.Code, MatterColumn.Decided, MatterColumn.Debtor, MatterColumn.Creditor, MatterColumn.Type, MatterColumn.Owed, MatterColumn.Left, MatterColumn.State,
        MatterColumn.Moved, MatterColumn.Officer,
    ];

    extension(MatterColumn column)
    {
        /// <summary>By what a click on its heading orders the list; null where it orders nothing.</summary>
        public MatterOrderBy? Order => column switch
        {
            MatterColumn.Code => MatterOrderBy.Code,
            MatterColumn.Decided => MatterOrderBy.Decided,
            MatterColumn.Debtor => MatterOrderBy.Debtor,
            MatterColumn.Owed => MatterOrderBy.Owed,
            MatterColumn.Left => MatterOrderBy.Left,
            MatterColumn.Moved => MatterOrderBy.Moved,
            MatterColumn.Decision or MatterColumn.Creditor or MatterColumn.Type or MatterColumn.Basis or MatterColumn.State or MatterColumn.Officer or MatterColumn.Unit
                or MatterColumn.Commune or MatterColumn.DocketYear or MatterColumn.Judgment or MatterColumn.Marks => null,
        };

        /// <summary>Heading of the column.</summary>
        public string Title(Language language) => Words.Say(language, $"MatterColumn.{Codes.CodeOf(column)}");

        /// <summary>How a workbook keeps it, and how wide.</summary>
        internal TableColumn InWorkbook(Language language)
        {
            var (kind, width) = column switch
            {
                MatterColumn.Owed or MatterColumn.Left => (TableCellKind.Number, 18),
                MatterColumn.Decided or MatterColumn.Moved => (TableCellKind.Day, 12),
                MatterColumn.DocketYear => (TableCellKind.Year, 9),
                MatterColumn.Debtor or MatterColumn.Creditor => (TableCellKind.Text, 30),
                MatterColumn.Unit or MatterColumn.Officer or MatterColumn.Commune or MatterColumn.State or MatterColumn.Type or MatterColumn.Judgment => (TableCellKind.Text, 22),
                MatterColumn.Code or MatterColumn.Decision or MatterColumn.Basis or MatterColumn.Marks => (TableCellKind.Text, 17),
            };
            return new TableColumn(column.Title(language), kind, width);
        }
    }
}

/// <summary>What stands in the columns of a matter, in words of a language.</summary>
/// <param name="today">Units and officers are called as on this day.</param>
public sealed class MatterCells(UnitTree tree, DateOnly today, Language language)
{
    private readonly Dictionary<int, string> _communes = tree.Communes.Values.ToDictionary(c => c.Id, c => c.Name);

    public string Text(FoundMatter matter, MatterColumn column) => column switch
    {
        MatterColumn.Code => matter.Code,
        MatterColumn.Decision => matter.DecisionNumber ?? "",
        MatterColumn.Decided => Day(matter.DecidedOn),
        MatterColumn.Debtor => AndOthers(matter.Debtor, matter.Debtors),
        MatterColumn.Creditor when matter.Creditor is null && matter.Class.StateRevenue => Say(PartyKind.State),
        MatterColumn.Creditor => AndOthers(matter.Creditor, matter.Creditors),
        MatterColumn.Type => Say(matter.Class.Type),
        MatterColumn.Basis => Say(matter.Class.Basis),
        MatterColumn.Owed => matter.Owed.ToString("N0", Words.Format),
        MatterColumn.Left => matter.Left.ToString("N0", Words.Format),
        MatterColumn.State => Say(matter.State),
        MatterColumn.Moved => Day(matter.MovedOn),
        MatterColumn.Officer => matter.Officer == 0 ? "" : tree.OfficerName(matter.Officer, today),
        MatterColumn.Unit => tree.UnitName(matter.Unit, today),
        MatterColumn.Commune => _communes.GetValueOrDefault(matter.Commune, ""),
        MatterColumn.DocketYear => matter.DocketYear.ToString(Words.Format),
        MatterColumn.Judgment => matter.JudgmentNumber + (matter.JudgmentOn is { } day ? $", {Day(day)}" : ""),
        MatterColumn.Marks => string.Join(", ", Marks(matter).Select(mark => Words.Say(language, mark))),
    };

    internal TableCell Cell(FoundMatter matter, MatterColumn column) => column switch
    {
        MatterColumn.Owed => new TableCell(matter.Owed),
        MatterColumn.Left => new TableCell(matter.Left),
        MatterColumn.Decided => new TableCell(matter.DecidedOn),
        MatterColumn.Moved => new TableCell(matter.MovedOn),
        MatterColumn.DocketYear => new TableCell(matter.DocketYear),
        _ => new TableCell(Text(matter, column)),
    };

    private static IEnumerable<string> Marks(FoundMatter matter) =>
        from mark in new[]
        {
            (matter.Class.ByDelegation, "find.mark.delegated"), (matter.Class.CreditInstitution, "find.mark.bank"), (matter.Class.Corruption, "find.mark.corruption"),
        }
        where mark.Item1
        select mark.Item2;

    private string AndOthers(string? first, int count) => first is null ? "" : count > 1 ? Words.Say(language, "find.and-others", first, count - 1) : first;

    private string Say<T>(T value)
        where T : struct, Enum => Words.Say(language, $"{typeof(T).Name}.{Codes.CodeOf(value)}") is var said ? char.ToUpper(said[0], Words.Format) + said[1..] : "";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
