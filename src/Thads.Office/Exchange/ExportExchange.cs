using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Exchange.Workbooks;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>Writes the books as an exchange set: what was exported imports into an empty system and gives the same figures for every date and cut-off.</summary>
public static class ExportExchange
{
    /// <param name="Target">A folder that is empty or not there, or a file name ending in .xlsx.</param>
    public sealed record Input(string Target);

    public sealed record Result(long Matters, long Steps);

    /// <exception cref="RefusedException">`export.not-empty`, or a sheet would have more rows than a workbook can.</exception>
    public static async Task<Result> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Exchange);
        var isWorkbook = input.Target.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        var taken = isWorkbook ? File.Exists(input.Target) : Directory.Exists(input.Target) && Directory.EnumerateFileSystemEntries(input.Target).Any();
        RefusedException.ThrowIf(taken ? new Refusal("export.not-empty", input.Target) : null);
        var folder = isWorkbook ? Path.Combine(Path.GetTempPath(), $"thads-export-{Guid.NewGuid():N}") : input.Target;
        Directory.CreateDirectory(folder);
        try
        {
            var result = await new Export(folder, work).RunAsync(ct);
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

    private sealed class Export(string folder, Work work)
    {
        private UnitTree _units = new();

        public async Task<Result> RunAsync(CancellationToken ct)
        {
            // One snapshot for all files: what others commit meanwhile is not half in them.
            var connection = await work.ConnectAsync(ct);
            await using var snapshot = await connection.SnapshotAsync(ct);
            _units = await UnitTree.LoadAsync(connection, ct);
            WriteUnits();
            await WritePartiesAsync(connection, ct);
            var result = await WriteMattersAsync(connection, ct);
            await WriteTargetsAsync(connection, ct);
            await WriteFiguresAsync(connection, ct);
            return result;
        }

        private void WriteUnits()
        {
            // In the order of their ids a code comes before those that follow it, as it was when they came in.
            using (var file = new CsvWriter(folder, ExchangeFormat.Units))
            {
                foreach (var p in _units.Units.Order().SelectMany(_units.PeriodsOf))
                {
                    file.Text(_units.UnitCode(p.Unit)).Text(p.Name).Text(Codes.CodeOf(p.Kind)).Text(p.Parent is { } parent ? _units.UnitCode(parent) : null)
                        .Day(p.ValidFrom).Day(p.ValidTo).EndRow(p.Extra);
                }
            }

            using (var file = new CsvWriter(folder, ExchangeFormat.Successions))
            {
                foreach (var s in _units.Successions)
                {
                    file.Text(_units.UnitCode(s.From)).Text(_units.UnitCode(s.To)).Day(s.On).EndRow(s.Extra);
                }
            }

            using (var file = new CsvWriter(folder, ExchangeFormat.Communes))
            {
                foreach (var c in _units.Communes.Values.OrderBy(c => c.Id))
                {
                    file.Text(c.Code).Text(c.Name).Text(_units.UnitCode(c.Unit)).Day(c.ValidFrom).Day(c.ValidTo).Text(c.Successor).EndRow(c.Extra);
                }
            }

            using (var file = new CsvWriter(folder, ExchangeFormat.Officers))
            {
                foreach (var p in _units.Officers.Order().SelectMany(_units.ServiceOf))
                {
                    file.Text(_units.OfficerCode(p.Officer)).Text(p.Name).Text(_units.UnitCode(p.Unit)).Text(Codes.CodeOf(p.Title)).Day(p.ValidFrom).Day(p.ValidTo).EndRow(p.Extra);
                }
            }
        }

        private async Task WritePartiesAsync(DbConnection connection, CancellationToken ct)
        {
            using var file = new CsvWriter(folder, ExchangeFormat.Parties);
            await connection.EachAsync(
                "SELECT p.code, p.kind, p.name, p.number, p.address, c.code, p.extra FROM party p LEFT JOIN commune c ON c.id = p.commune_id ORDER BY p.id",
                r => file.Text(r.GetString(0)).Text(Codes.CodeOf((PartyKind)r.GetInt32(1))).Text(r.GetString(2)).Text(r.TextOrNone(3)).Text(r.TextOrNone(4)).Text(r.TextOrNone(5))
                    .EndRow(r.TextOrNone(6)), ct);
        }

        private async Task<Result> WriteMattersAsync(DbConnection connection, CancellationToken ct)
        {
            using var matters = new CsvWriter(folder, ExchangeFormat.Matters);
            using var obligations = new CsvWriter(folder, ExchangeFormat.Obligations);
            using var roles = new CsvWriter(folder, ExchangeFormat.Roles);
            using var steps = new CsvWriter(folder, ExchangeFormat.Steps);
            using var events = new CsvWriter(folder, ExchangeFormat.Events);
            var (count, stepCount, last) = (0L, 0L, (Guid?)null);
            while (true)
            {
                var ids = await connection.ListAsync(
                    $"SELECT id FROM matter {(last is null ? "" : "WHERE id > @last")} ORDER BY id LIMIT {MatterFiles.Block}", r => r.Id(0), ct, ("last", last ?? Guid.Empty));
                if (ids.Count == 0)
                {
                    return new Result(count, stepCount);
                }

                foreach (var file in await MatterFiles.ByIdAsync(connection, ids, ct))
                {
                    count++;
                    stepCount += file.Steps.Count;
                    Write(matters, file.Matter);
                    Write(file, obligations, roles, steps, events);
                }

                last = ids[^1];
            }
        }

        private void Write(CsvWriter to, Matter m) => to
            .Text(m.Code).Text(_units.UnitCode(m.Unit)).Text(Officer(m.Officer)).Text(m.DecisionNumber).Day(m.DecidedOn).Day(m.KnownOn == m.DecidedOn ? null : m.KnownOn)
            .Text(Codes.CodeOf(m.Basis)).Text(Codes.CodeOf(m.Type)).Flag(m.CreditInstitution).Flag(m.Corruption).Flag(m.ByDelegation).Text(m.JudgmentNumber).Day(m.JudgmentOn)
            .Text(m.Court).Day(m.EffectiveOn).Day(m.ReceivedOn).Day(m.RequestedOn).Text(m.Commune).EndRow(m.Extra);

        private void Write(MatterFile file, CsvWriter obligations, CsvWriter roles, CsvWriter steps, CsvWriter events)
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
            using var file = new CsvWriter(folder, ExchangeFormat.Targets);
            await connection.EachAsync(
                "SELECT unit_id, officer_id, year, measure, value, pace, decision, decided_on, extra FROM target ORDER BY year, unit_id, coalesce(officer_id, 0), measure",
                r => file.Text(_units.UnitCode(r.GetInt32(0))).Text(Officer(r.NumberOrNone(1) ?? 0)).Amount(r.GetInt32(2)).Text(Codes.CodeOf((Measure)r.GetInt32(3)))
                    .Text((r.GetInt32(4) / 100m).ToString("0.##", CultureInfo.InvariantCulture)).Text(Codes.CodeOf((Pace)r.GetInt32(5))).Text(r.TextOrNone(6)).Day(r.DayOrNone(7)).EndRow(r.TextOrNone(8)), ct);
        }

        private async Task WriteFiguresAsync(DbConnection connection, CancellationToken ct)
        {
            using var file = new CsvWriter(folder, ExchangeFormat.Figures);
            await connection.EachAsync(
                "SELECT unit_id, year, months, measure, cells, extra FROM reported_figure ORDER BY year, months, unit_id, measure",
                r =>
                {
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

    /// <summary>
    /// A file of the set. `x_…` columns are known only as rows come, so rows wait in a part file of their own width, and the file is
    /// put together at the end; a file without rows is not written.
    /// </summary>
    private sealed class CsvWriter : IDisposable
    {
        private readonly string _path;
        private readonly ExchangeFile _file;
        private readonly StreamWriter _rows;
        private readonly List<string> _extra = [];
        private readonly StringBuilder _row = new();
        private int _cells;
        private bool _any;

        public CsvWriter(string folder, ExchangeFile file)
        {
            _file = file;
            _path = Path.Combine(folder, file.Name + ".csv");
            _rows = new StreamWriter(_path + ".part", false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        }

        public CsvWriter Text(string? value)
        {
            if (_cells++ > 0)
            {
                _row.Append(',');
            }

            _row.Append(CsvRecord.Quoted(value ?? ""));
            return this;
        }

        public CsvWriter Day(DateOnly? day) => Text(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        public CsvWriter Flag(bool value) => Text(value ? "1" : "0");

        public CsvWriter Amount(long value) => Text(value.ToString(CultureInfo.InvariantCulture));

        public void EndRow(string? extra)
        {
            _any = true;
            var cells = extra is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(extra);
            foreach (var name in cells?.Keys.Except(_extra).ToList() ?? [])
            {
                _extra.Add(name);
            }

            foreach (var name in _extra)
            {
                Text(cells?.GetValueOrDefault(name));
            }

            _rows.Write(_row.Append('\n'));
            _row.Clear();
            _cells = 0;
        }

        public void Dispose()
        {
            _rows.Dispose();
            if (_any)
            {
                using var whole = new StreamWriter(_path, false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
                whole.Write(string.Join(',', _file.Columns.Concat(_extra.Select(CsvRecord.Quoted))) + "\n");
                CopyRows(whole);
            }

            File.Delete(_path + ".part");
        }

        /// <summary>Rows written before an `x_…` column was first met are filled up with empty cells.</summary>
        private void CopyRows(StreamWriter whole)
        {
            using var rows = new CsvReader(_path + ".part");
            var record = new CsvRecord();
            while (rows.Read(record))
            {
                for (var i = 0; i < record.Count; i++)
                {
                    _row.Append(i == 0 ? "" : ",").Append(CsvRecord.Quoted(record[i].ToString()));
                }

                whole.Write(_row.Append(',', _file.Columns.Length + _extra.Count - record.Count).Append('\n'));
                _row.Clear();
            }
        }
    }
}
