using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>Targets, and figures of units that report by file.</summary>
public sealed class ReadFigures
{
    private readonly UnitTree _units;
    private readonly Dictionary<(int Unit, int Officer, int Year, Measure Measure), List<TargetRow>> _targets = [];

    /// <summary>All that was ever reported of a key: a set that was taken in before a correction changes nothing when it comes again.</summary>
    private readonly Dictionary<(int Unit, int Year, int Months, Measure Measure), List<string>> _figures = [];

    private readonly List<((int Unit, int Officer, int Year, Measure Measure) Key, TargetRow Row, string? Extra)> _newTargets = [];
    private readonly List<((int Unit, int Year, int Months, Measure Measure) Key, string Cells, string? Extra)> _newFigures = [];

    private readonly ExchangeScope _scope;

    private ReadFigures(UnitTree units, ExchangeScope scope) => (_units, _scope) = (units, scope);

    /// <param name="Authority">Not said by a file that has no such column: then it contradicts nobody.</param>
    private sealed record TargetRow(int Value, Pace Pace, string? Decision, DateOnly? DecidedOn, string? Authority)
    {
        public bool Says(TargetRow there) => this == there || (Authority is null && this == there with { Authority = null });
    }

    public static async Task<ReadFigures> StartAsync(DbConnection connection, UnitTree units, ExchangeScope scope, CancellationToken ct)
    {
        var reader = new ReadFigures(units, scope);
        await connection.ListAsync(
            "SELECT unit_id, officer_id, year, measure, value, pace, decision, decided_on, authority FROM target",
            r =>
            {
                var key = (r.GetInt32(0), r.NumberOrNone(1) ?? 0, r.GetInt32(2), (Measure)r.GetInt32(3));
                if (!reader._targets.TryGetValue(key, out var rows))
                {
                    reader._targets[key] = rows = [];
                }

                rows.Add(new TargetRow(r.GetInt32(4), (Pace)r.GetInt32(5), r.TextOrNone(6), r.DayOrNone(7), r.TextOrNone(8)));
                return key;
            }, ct);
        await connection.ListAsync(
            "SELECT unit_id, year, months, measure, cells FROM reported_figure",
            r =>
            {
                var key = (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), (Measure)r.GetInt32(3));
                reader._figures[key] = [.. reader._figures.GetValueOrDefault(key) ?? [], r.GetString(4)];
                return key;
            }, ct);
        return reader;
    }

    public void Targets(RowReader rows)
    {
        var inFile = new HashSet<(int, int, int, Measure)>();
        while (rows.Read())
        {
            var officer = rows.Cell("officer").ToString();
            var key = (Unit(rows), officer.Length == 0 ? 0 : _units.OfficerOf(officer) ?? -1, rows.Number("year", 1900, 9998), rows.Word<Measure>("measure"));
            var row = new TargetRow(rows.Hundredths("value"), rows.Cell("pace").IsEmpty ? Pace.Annual : rows.Word<Pace>("pace"), rows.TextOrNone("decision"), rows.DayOrNone("decided_on"),
                rows.TextOrNone("authority"));
            if (key.Item2 < 0)
            {
                rows.Refuse("officer", new Refusal("code.unknown", officer, "officers"));
            }

            if (rows.IsRefused)
            {
                continue;
            }

            if (!inFile.Add(key))
            {
                rows.Refuse("unit", new Refusal("row.twice", rows.Cell("unit").ToString()));
            }
            else if (!_targets.TryGetValue(key, out var there))
            {
                _newTargets.Add((key, row, rows.Extra()));
            }
            else if (!there.Exists(row.Says)) // What was assigned and superseded since is known too.
            {
                rows.Refuse("value", new Refusal("row.contradicts", rows.Cell("unit").ToString()));
            }
        }
    }

    public void Figures(RowReader rows)
    {
        var inFile = new HashSet<(int, int, int, Measure)>();
        while (rows.Read())
        {
            var key = (Unit(rows), rows.Number("year", 1900, 9998), rows.Number("months", 1, 12), rows.Word<Measure>("measure"));
            var cells = new Dictionary<string, string>();
            foreach (var column in ExchangeFormat.Figures.Columns)
            {
                if (column is not ("unit" or "year" or "months" or "measure") && rows.TextOrNone(column) is { } cell)
                {
                    cells[column] = cell;
                    if (column is not ("id" or "regime" or "verdict") && !IsNumber(cell))
                    {
                        rows.Refuse(column, new Refusal("cell.figure", cell));
                    }
                }
            }

            if (rows.IsRefused)
            {
                continue;
            }

            var text = JsonSerializer.Serialize(cells);
            if (!inFile.Add(key))
            {
                rows.Refuse("unit", new Refusal("row.twice", rows.Cell("unit").ToString()));
            }
            else if (!_figures.TryGetValue(key, out var there))
            {
                _newFigures.Add((key, text, rows.Extra()));
            }
            else if (!there.Contains(text))
            {
                rows.Refuse("unit", new Refusal("row.contradicts", rows.Cell("unit").ToString()));
            }
        }
    }

    /// <summary>Writes what is new. False when nothing is.</summary>
    public bool Write(DbConnection connection, long act)
    {
        using var targets = BulkTable.Of(connection, "target", "unit_id", "officer_id", "year", "measure", "value", "pace", "decision", "decided_on", "authority", "extra", "act");
        using var figures = BulkTable.Of(connection, "reported_figure", "unit_id", "year", "months", "measure", "cells", "extra", "act");
        foreach (var (key, row, extra) in _newTargets)
        {
            targets.Whole(key.Unit).WholeOrNone(key.Officer).Small(key.Year).Small((int)key.Measure).Whole(row.Value).Small((int)row.Pace)
                .Text(row.Decision).Day(row.DecidedOn).Text(row.Authority).Text(extra).Number(act).EndRow();
        }

        foreach (var (key, cells, extra) in _newFigures)
        {
            figures.Whole(key.Unit).Small(key.Year).Small(key.Months).Small((int)key.Measure).Text(cells).Text(extra).Number(act).EndRow();
        }

        targets.Flush();
        figures.Flush();
        return _newTargets.Count + _newFigures.Count > 0;
    }

    private int Unit(RowReader rows)
    {
        var code = rows.Text("unit");
        if (_units.UnitOf(code) is { } unit)
        {
            if (_scope.WhyNot(unit, code) is { } why)
            {
                rows.Refuse("unit", why);
            }

            return unit;
        }

        if (code.Length > 0)
        {
            rows.Refuse("unit", new Refusal("code.unknown", code, "units"));
        }

        return 0;
    }

    /// <summary>A number with `.`, perhaps after `&gt;` ("trên") or `&lt;` ("gần"), perhaps negative (a change, a margin).</summary>
    private static bool IsNumber(string cell) =>
        decimal.TryParse(cell.TrimStart('>', '<'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
