using System.Globalization;
using Thads.Office.Figures;

namespace Thads.Office.Tests.Brute;

/// <summary>A form of the product beside the second computation of it.</summary>
internal static class Same
{
    public static void Cells(IReadOnlyDictionary<(string Row, string Cell), decimal?> expected, FormReport report, string asked)
    {
        var found = report.Rows.SelectMany(row => report.Columns.Select((column, i) => (Key: (row.Row, column.Cell), Value: row.Cells[i]))).ToDictionary(c => c.Key, c => c.Value);
        var differences = expected.Keys.Union(found.Keys)
            .Where(key => !expected.ContainsKey(key) || !found.ContainsKey(key) || expected[key] != found[key])
            .Select(key => $"{key}: expected {(expected.TryGetValue(key, out var e) ? e?.ToString(CultureInfo.InvariantCulture) ?? "null" : "no row")}, found {(found.TryGetValue(key, out var f) ? f?.ToString(CultureInfo.InvariantCulture) ?? "null" : "no row")}")
            .ToList();
        Assert.True(differences.Count == 0, $"{asked}\n{string.Join('\n', differences.Take(12))}");
    }
}
