using Thads.Office.Figures;
using Thads.Office.Figures.Sheets;
using Thads.Office.Reports;

namespace Thads.Reports;

/// <summary>A form of a closed report as it is printed, with its changed cells marked.</summary>
public sealed record ReportGrid(ReportVersion Version, ClosedForm Form, IReadOnlySet<CellName> Changed)
{
    /// <summary>Before the ids of its headers: several forms stand on one page.</summary>
    public string Id => $"f{Form.Form}";

    public FormReport Printed { get; } = DrawUp.Printed(Version, Form);

    public IReadOnlyList<PaperColumn> Columns { get; } = FormHeader.Columns(DrawUp.Printed(Version, Form));

    public CellName Name(FormRow row, PaperColumn column) => new(Form.Form, row.Row, column.Column.Cell);
}
