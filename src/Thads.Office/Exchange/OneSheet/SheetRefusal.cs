namespace Thads.Office.Exchange.OneSheet;

/// <summary>Why a row of a sheet cannot be placed, where it is seen.</summary>
/// <param name="Row">As the spreadsheet counts.</param>
/// <param name="Column">Letter of the column; empty where no one cell is to blame.</param>
/// <param name="Header">What the column is named.</param>
/// <param name="Read">What stands in the cell.</param>
public sealed record SheetRefusal(int Row, string Column, string Header, string Read, Refusal Why)
{
    /// <summary>`Dòng 12, cột F (Ngày QĐ) “31/02/2020”: …`</summary>
    public string In(Language language) => Column.Length == 0
        ? Words.Say(language, "sheet.refused-row", Row.ToString(Words.Format), Why)
        : Words.Say(language, "sheet.refused-cell", Row.ToString(Words.Format), Column, Header, Read.Length > 60 ? Read[..60] + "…" : Read, Why);
}
