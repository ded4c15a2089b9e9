using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Exchange.Workbooks;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>
/// Writes the books as an exchange set: what was exported imports into an empty system and gives the same figures for every date and cut-off. Whoever
/// may take out some units only gets the matters these hold now, whole, and of the rest no more than these matters name.
/// </summary>
public static class ExportExchange
{
    /// <param name="Target">A folder that is empty or not there, or a file name ending in .xlsx.</param>
    public sealed record Input(string Target);

    public sealed record Result(long Matters, long Steps);

    /// <exception cref="RefusedException">`export.not-empty`, or a sheet would have more rows than a workbook can.</exception>
    public static async Task<Result> RunAsync(Input input, Work work, CancellationToken ct)
    {
        var scope = ExchangeScope.Of(work);
        var isWorkbook = input.Target.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        var taken = isWorkbook ? File.Exists(input.Target) : Directory.Exists(input.Target) && Directory.EnumerateFileSystemEntries(input.Target).Any();
        RefusedException.ThrowIf(taken ? new Refusal("export.not-empty", input.Target) : null);
        var folder = isWorkbook ? Path.Combine(Path.GetTempPath(), $"thads-export-{Guid.NewGuid():N}") : input.Target;
        Directory.CreateDirectory(folder);
        try
        {
            var result = await new Export(folder, work, scope).RunAsync(ct);
            if (isWorkbook)
            {
                RefusedException.ThrowIf(FolderToWorkbook.Convert(folder, input.Target) is [var why, ..] ? why : null);
            }

            return result;
        }
        finally
        {
            if (isWorkbook)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private sealed class Export(string folder, Work work, ExchangeScope scope)
    {
        private UnitTree _units = new();
        private NamedInSet _named = new(new UnitTree(), scope);

        public async Task<Result> RunAsync(CancellationToken ct)
        {
            // One snapshot for all files: what others commit meanwhile is not half in them.
            var connection = await work.ConnectAsync(ct);
            await using var snapshot = await connection.SnapshotAsync(ct);
            _units = await UnitTree.LoadAsync(connection, ct);
            _named = new NamedInSet(_units, scope);
            var result = await WriteMattersAsync(connection, ct);
            await WritePartiesAsync(connection, ct);
            await WriteTargetsAsync(connection, ct);
            await WriteFiguresAsync(connection, ct);
            WriteUnits();
            return result;
        }

        private void WriteUnits()
        {
            // In the order of their ids a code comes before those that follow it, as it was when they came in.
            using (var file = new ExchangeWriter(folder, ExchangeFormat.Units))
            {
                foreach (var p in _named.Units().Order().SelectMany(_units.PeriodsOf))
                {
                    file.Text(_units.UnitCode(p.Unit)).Text(p.Name).Text(Codes.CodeOf(p.Kind)).Text(p.Parent is { } parent ? _units.UnitCode(parent) : null)
                        .Day(p.ValidFrom).Day(p.ValidTo).EndRow(p.Extra);
                }
            }

            using (var file = new ExchangeWriter(folder, ExchangeFormat.Successions))
            {
                foreach (var s in _units.Successions.Where(s => _named.HasUnit(s.From) && _named.HasUnit(s.To)))
                {
                    file.Text(_units.UnitCode(s.From)).Text(_units.UnitCode(s.To)).Day(s.On).EndRow(s.Extra);
                }
            }

            using (var file = new ExchangeWriter(folder, ExchangeFormat.Communes))
            {
                foreach (var c in _units.Communes.Values.Where(_named.Has).OrderBy(c => c.Id))
                {
                    file.Text(c.Code).Text(c.Name).Text(_units.UnitCode(c.Unit)).Day(c.ValidFrom).Day(c.ValidTo).Text(c.Successor).EndRow(c.Extra);
                }
            }

            using (var file = new ExchangeWriter(folder, ExchangeFormat.Officers))
            {
                foreach (var p in _units.Officers.Order().SelectMany(_units.ServiceOf).Where(_named.Has))
                {
                    file.Text(_units.OfficerCode(p.Officer)).Text(p.Name).Text(_units.UnitCode(p.Unit)).Text(Codes.CodeOf(p.Title)).Day(p.ValidFrom).Day(p.ValidTo).EndRow(p.Extra);
                }
            }
        }

        private async Task WritePartiesAsync(DbConnection connection, CancellationToken ct)
        {
            using var file = new ExchangeWriter(folder, ExchangeFormat.Parties);
            await connection.EachAsync(
                "SELECT p.code, p.kind, p.name, p.number, p.address, c.code, p.extra FROM party p LEFT JOIN commune c ON c.id = p.commune_id ORDER BY p.id",
                r =>
                {
                    if (_named.TakeParty(r.GetString(0), r.TextOrNone(5)))
                    {
                        file.Text(r.GetString(0)).Text(Codes.CodeOf((PartyKind)r.GetInt32(1))).Text(r.GetString(2)).Text(r.TextOrNone(3)).Text(r.TextOrNone(4)).Text(r.TextOrNone(5))
                            .EndRow(r.TextOrNone(6));
                    }
                }, ct);
        }

        private async Task<Result> WriteMattersAsync(DbConnection connection, CancellationToken ct)
        {
            using var matters = new ExchangeWriter(folder, ExchangeFormat.Matters);
            using var obligations = new ExchangeWriter(folder, ExchangeFormat.Obligations);
            using var roles = new ExchangeWriter(folder, ExchangeFormat.Roles);
            using var steps = new ExchangeWriter(folder, ExchangeFormat.Steps);
            using var events = new ExchangeWriter(folder, ExchangeFormat.Events);
            var (count, stepCount, last) = (0L, 0L, (Guid?)null);
            var ours = scope.IsAll ? "" : $" AND n.unit_id IN ({Sql.List(_units.Units.Where(scope.Has))})";
            while (true)
            {
                var ids = await connection.ListAsync(
                    $"SELECT m.id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE {(last is null ? "1 = 1" : "m.id > @last")}{ours} ORDER BY m.id LIMIT {MatterFiles.Block}",
                    r => r.Id(0), ct, ("last", last ?? Guid.Empty));
                if (ids.Count == 0)
                {
                    return new Result(count, stepCount);
                }

                foreach (var file in await MatterFiles.ByIdAsync(connection, ids, ct))
                {
                    count++;
                    _named.Take(file);
                    stepCount += file.Steps.Count;
                    Write(matters, file.Matter);
                    Write(file, obligations, roles, steps, events);
                }

                last = ids[^1];
            }
        }

        private void Write(ExchangeWriter to, Matter m) => to
            .Text(m.Code).Text(_units.UnitCode(m.Unit)).Text(Officer(m.Officer)).Text(m.DecisionNumber).Day(m.DecidedOn).Day(m.KnownOn == m.DecidedOn ? null : m.KnownOn)
            .Text(Codes.CodeOf(m.Basis)).Text(Codes.CodeOf(m.Type)).Flag(m.CreditInstitution).Flag(m.Corruption).Flag(m.ByDelegation).Text(m.JudgmentNumber).Day(m.JudgmentOn)
            .Text(m.Court).Day(m.EffectiveOn).Day(m.ReceivedOn).Day(m.RequestedOn).Text(m.Commune).EndRow(m.Extra);

        private void Write(MatterFile file, ExchangeWriter obligations, ExchangeWriter roles, ExchangeWriter steps, ExchangeWriter events)
        {
            var code = file.Matter.Code;
            foreach (var l in file.Matter.Lines)
            {
                obligations.Text(code).Text(l.Code).Text(Codes.CodeOf(l.Kind)).Flag(l.StateRevenue).Amount(l.Amount).Text(l.Debtor).Text(l.Creditor).Text(l.What).EndRow(l.Extra);
            }

            foreach (var p in file.Parties)
            {
                roles.Text(code).Text(Line(file, p.Line)).Text(p.Party).Text(Codes.CodeOf(p.Role)).EndRow(p.Extra);
            }

            foreach (var s in file.Steps)
            {
                steps.Text(code).Text(Line(file, s.Line)).Text(Codes.CodeOf(s.Kind)).Day(s.On).Day(s.KnownOn == s.On ? null : s.KnownOn).Day(s.VoidedOn)
                    .Text(s.Amount == 0 ? null : s.Amount.ToString(CultureInfo.InvariantCulture)).Text(s.ToUnit == 0 ? null : _units.UnitCode(s.ToUnit)).Text(Officer(s.ToOfficer))
                    .Text(s.Manner is { } manner ? Codes.CodeOf(manner) : null).Text(s.Note).EndRow(s.Extra);
            }

            foreach (var e in file.Events)
            {
                events.Text(code).Text(Line(file, e.Line)).Text(Codes.CodeOf(e.Kind)).Day(e.On).Day(e.KnownOn == e.On ? null : e.KnownOn).Day(e.VoidedOn)
                    .Text(e.Result is { } result ? Codes.CodeOf(result) : null).Text(e.Partner).Text(e.Note).EndRow(e.Extra);
            }
        }

        private async Task WriteTargetsAsync(DbConnection connection, CancellationToken ct)
        {
            using var file = new ExchangeWriter(folder, ExchangeFormat.Targets);
            await connection.EachAsync(
                """
                SELECT unit_id, officer_id, year, measure, value, pace, decision, decided_on, authority, extra FROM target t
                WHERE act = (SELECT max(act) FROM target l WHERE l.unit_id = t.unit_id AND l.year = t.year AND l.measure = t.measure AND coalesce(l.officer_id, 0) = coalesce(t.officer_id, 0))
                ORDER BY year, unit_id, coalesce(officer_id, 0), measure
                """,
                r =>
                {
                    if (_named.TakeFigure(r.GetInt32(0), r.NumberOrNone(1) ?? 0))
                    {
                        file.Text(_units.UnitCode(r.GetInt32(0))).Text(Officer(r.NumberOrNone(1) ?? 0)).Amount(r.GetInt32(2)).Text(Codes.CodeOf((Measure)r.GetInt32(3)))
                            .Text((r.GetInt32(4) / 100m).ToString("0.##", CultureInfo.InvariantCulture)).Text(Codes.CodeOf((Pace)r.GetInt32(5))).Text(r.TextOrNone(6)).Day(r.DayOrNone(7)).Text(r.TextOrNone(8)).EndRow(r.TextOrNone(9));
                    }
                }, ct);
        }

        private async Task WriteFiguresAsync(DbConnection connection, CancellationToken ct)
        {
            using var file = new ExchangeWriter(folder, ExchangeFormat.Figures);
            await connection.EachAsync(
                """
                SELECT f.unit_id, f.year, f.months, f.measure, f.cells, f.extra FROM reported_figure f
                WHERE f.act = (SELECT max(l.act) FROM reported_figure l WHERE l.unit_id = f.unit_id AND l.year = f.year AND l.months = f.months AND l.measure = f.measure)
                ORDER BY f.year, f.months, f.unit_id, f.measure
                """,
                r =>
                {
                    if (!_named.TakeFigure(r.GetInt32(0), 0))
                    {
                        return;
                    }

                    var cells = JsonSerializer.Deserialize<Dictionary<string, string>>(r.GetString(4))!;
                    foreach (var column in ExchangeFormat.Figures.Columns)
                    {
                        file.Text(column switch
                        {
                            "unit" => _units.UnitCode(r.GetInt32(0)),
                            "year" => r.GetInt32(1).ToString(CultureInfo.InvariantCulture),
                            "months" => r.GetInt32(2).ToString(CultureInfo.InvariantCulture),
                            "measure" => Codes.CodeOf((Measure)r.GetInt32(3)),
                            _ => cells.GetValueOrDefault(column),
                        });
                    }

                    file.EndRow(r.TextOrNone(5));
                }, ct);
        }

        private string? Officer(int officer) => officer == 0 ? null : _units.OfficerCode(officer);

        private static string? Line(MatterFile file, int line) => line == 0 ? null : file.Matter.Lines[line - 1].Code;
    }
}
