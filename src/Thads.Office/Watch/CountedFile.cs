using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Reports;

namespace Thads.Office.Watch;

/// <summary>What a unit reported by file, as it stood at the cut-off of a version.</summary>
/// <param name="Cells">By column name, as given.</param>
internal sealed record CountedFile(string Unit, Measure Measure, IReadOnlyDictionary<string, decimal> Cells)
{
    /// <summary>The file that came last before the cut-off, of every unit and measure of the period.</summary>
    public static async Task<IReadOnlyDictionary<(string Unit, Measure Measure), CountedFile>> ReadAsync(DbConnection connection, ReportVersion version, CancellationToken ct)
    {
        var files = new Dictionary<(string, Measure), CountedFile>();
        await connection.EachAsync(
            "SELECT u.code, f.measure, f.cells FROM reported_figure f JOIN unit u ON u.id = f.unit_id WHERE f.year = @year AND f.months = @months AND f.act <= @act ORDER BY f.act",
            r =>
            {
                var (unit, measure) = (r.GetString(0), (Measure)r.GetInt32(1));
                using var json = JsonDocument.Parse(r.GetString(2));
                var cells = new Dictionary<string, decimal>(StringComparer.Ordinal);
                foreach (var cell in json.RootElement.EnumerateObject())
                {
                    if (decimal.TryParse(cell.Value.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                    {
                        cells[cell.Name] = value;
                    }
                }

                files[(unit, measure)] = new CountedFile(unit, measure, cells);
            }, ct, ("year", version.Year), ("months", version.Months), ("act", version.LastAct));
        return files;
    }
}
