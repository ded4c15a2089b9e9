using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>A cell as the sheet has it: days as yyyy-MM-dd, numbers with a point.</summary>
public readonly record struct SheetCell(string Text, CellKind Kind)
{
    public bool IsEmpty => Text.Length == 0 && Kind != CellKind.Bad;
}

/// <summary>A row with something in it.</summary>
/// <param name="Number">As the spreadsheet counts: 1 is the first row.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell of a column, from 0; empty where the row is shorter.</summary>
    public SheetCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : new SheetCell("", CellKind.Text);
}

/// <summary>One sheet of an office, read whole.</summary>
/// <param name="Name">Name of the sheet; of a CSV file the file's.</param>
/// <param name="Names">All sheets of the workbook.</param>
public sealed record SheetText(string Name, IReadOnlyList<string> Names, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The column that we add to rows we give back; passed over when they return.</summary>
    public const string Reasons = "Lý do chưa nhập";

    /// <summary>A, B … AA for 0, 1 …</summary>
    public static string Letter(int column) => CellText.ColumnName(column);

    /// <summary>0, 1 … for A, B …; -1 for what is no column.</summary>
    public static int ColumnOf(string letter) => CellText.ColumnOf(letter);
}
