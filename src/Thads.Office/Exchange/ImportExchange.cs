using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Finding;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>How far an import is, for the person who waits.</summary>
/// <param name="Phase">`units`, `index`, `matters`, `figures` or `finish`: a code of the words file under `import.phase.`.</param>
public readonly record struct ImportProgress(string Phase, long Done, long Total);

/// <summary>What an import did. Nothing was brought in when rows were refused and none may be left out.</summary>
/// <param name="Refused">Every refused row, in the order of the files.</param>
/// <param name="Reconciliation">Files and books side by side, by unit, of the units the person sees; empty when nothing could be brought in.</param>
/// <param name="Act">The act, or null when the set added nothing.</param>
/// <param name="Imported">The books are as the set has them. After a check: they would be, and nothing was written.</param>
public sealed record ImportResult(IReadOnlyList<RefusedRow> Refused, IReadOnlyList<ReconciledUnit> Reconciliation, long? Act, long LeftOutMatters, bool Imported);

/// <summary>
/// Brings an exchange set into the books: everything is checked, and either all of it comes in under one act or nothing does.
/// With a folder for bad rows, what is sound comes in and the rest is written there, to be mended and imported as it is.
/// </summary>
public static class ImportExchange
{
    /// <param name="Source">A folder of CSV files, or one workbook.</param>
    /// <param name="SkipBad">Folder for refused rows; null = one refused row stops the import.</param>
    /// <param name="CheckOnly">Everything is done as if it were to stay, and then taken back: refusals and reconciliation, and not a row in the books.</param>
    /// <param name="IdempotencyKey">The same key brings in once; asked for again, the answer is the act that did it.</param>
    /// <param name="Reason">What the act says it brought in; null = the name of the source.</param>
    public sealed record Input(string Source, string? SkipBad = null, bool CheckOnly = false, string? IdempotencyKey = null, string? Reason = null);

    /// <exception cref="RefusedException">The source cannot be opened at all.</exception>
    public static async Task<ImportResult> RunAsync(Input input, Work work, CancellationToken ct, Action<ImportProgress>? progress = null)
    {
        var scope = ExchangeScope.Of(work);
        if (await work.DoneBeforeAsync(input.IdempotencyKey, ct) is { } earlier)
        {
            return new ImportResult([], [], earlier, 0, Imported: true);
        }

        using var set = ExchangeSet.Open(input.Source, input.SkipBad);
        if (set.Refused.Count > 0)
        {
            return new ImportResult(set.Refused, [], null, 0, Imported: false);
        }

        var connection = await work.StartAsync(ct, alone: true);
        work.Begin("set-imported", input.Reason ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(input.Source)), input.CheckOnly ? null : input.IdempotencyKey);
        var import = await Import.StartAsync(set, scope, work, connection, progress, ct);
        return await import.RunAsync(input.CheckOnly, ct);
    }

    /// <summary>One import under way.</summary>
    private sealed class Import
    {
        private readonly ExchangeSet _set;
        private readonly ExchangeScope _scope;
        private readonly Work _work;
        private readonly DbConnection _connection;
        private readonly UnitTree _units;
        private readonly long _act;
        private readonly Action<ImportProgress>? _progress;
        private readonly Dictionary<string, Guid> _parties = new(StringComparer.Ordinal);
        private readonly bool _booksAreEmpty;
        private bool _changed;
        private long _leftOut;

        private Import(ExchangeSet set, ExchangeScope scope, Work work, DbConnection connection, UnitTree units, long act, bool booksAreEmpty, Action<ImportProgress>? progress)
        {
            _set = set;
            _scope = scope;
            _work = work;
            _connection = connection;
            _units = units;
            _act = act;
            _booksAreEmpty = booksAreEmpty;
            _progress = progress;
        }

        public static async Task<Import> StartAsync(ExchangeSet set, ExchangeScope scope, Work work, DbConnection connection, Action<ImportProgress>? progress, CancellationToken ct)
        {
            var act = await work.NumberAsync(ct);
            await DocketBook.SumUpToAsync(connection, act - 1, work.Today, ct);
            var empty = await connection.ValueAsync<long>("SELECT count(*) FROM (SELECT 1 FROM matter LIMIT 1) m", ct) == 0;
            return new Import(set, scope, work, connection, await UnitTree.LoadAsync(connection, ct), act, empty, progress);
        }

        /// <summary>Refused rows forbid writing unless they may be left out.</summary>
        private bool MayWrite => _set.Refused.Count == 0 || _set.LeavesOut;

        /// <param name="checkOnly">Nothing is committed: what was written goes with the transaction when the work ends.</param>
        public async Task<ImportResult> RunAsync(bool checkOnly, CancellationToken ct)
        {
            using var sums = await DocketSums.NextBatchAsync(_connection, ct);
            var before = _booksAreEmpty ? [] : await Reconciled.CountAsync(_connection, ct);
            await ReadUnitsAsync(ct);
            using var tables = new MatterTables(_connection, _act);
            using var moves = DocketBook.Writer(_connection);
            using var list = new MatterList(_connection, _units);
            await ReadPartiesAsync(tables, ct);
            tables.Flush();
            var read = await ReadMattersAsync(tables, list, moves, sums, ct);
            await ReadTargetsAndFiguresAsync(ct);
            if (!MayWrite || _set.Refused.Any(r => r.IsOfFile))
            {
                return new ImportResult(_set.RefusedForThemselves(), [], null, _leftOut, Imported: false);
            }

            _progress?.Invoke(new ImportProgress("finish", 0, 0));
            tables.Flush();
            moves.Flush();
            list.Flush();
            if (_changed)
            {
                await sums.FinishAsync(_act, _act, _work.Today, ct);
            }

            var reconciled = Reconciled.Of(read, before, _changed ? await Reconciled.CountAsync(_connection, ct) : before, _units, _work.Today);
            if (reconciled.FirstOrDefault(u => !u.Agrees) is { } unit)
            {
                throw new InvalidOperationException($"The reconciliation of unit {unit.Code} does not agree; nothing was imported.");
            }

            _set.WriteLeftOut();
            if (_changed && !checkOnly)
            {
                if (_connection.IsPostgres())
                {
                    // Without it the planner takes full tables for empty ones until it looks by itself, a minute later.
                    await _connection.RunAsync($"SELECT gin_clean_pending_list('matter_text_words'); ANALYZE matter_now, matter_list, matter_text, {string.Join(", ", AppendOnly.Tables)}", ct);
                }

                await _work.FinishAsync(ct);
            }

            var seen = reconciled.Where(u => _scope.Sees(_units.UnitOf(u.Code)!.Value)).ToList();
            return new ImportResult(_set.Refused, seen, _changed && !checkOnly ? _act : null, _leftOut, Imported: true);
        }

        private async Task ReadUnitsAsync(CancellationToken ct)
        {
            _progress?.Invoke(new ImportProgress("units", 0, 0));
            var reader = new ReadUnits(_units, _scope);
            if (_set.Has(ExchangeFormat.Units))
            {
                using var codes = _set.Rows(ExchangeFormat.Units);
                using var rows = _set.RowsAgain(ExchangeFormat.Units);
                reader.Units(codes, rows);
            }

            Each(ExchangeFormat.Successions, reader.Successions);
            Each(ExchangeFormat.Communes, reader.Communes);
            Each(ExchangeFormat.Officers, reader.Officers);
            if (MayWrite)
            {
                _changed |= await reader.WriteAsync(_work, ct);
            }
        }

        private void Each(ExchangeFile file, Action<RowReader> read)
        {
            if (_set.Has(file))
            {
                using var rows = _set.Rows(file);
                read(rows);
            }
        }

        private async Task ReadPartiesAsync(MatterTables tables, CancellationToken ct)
        {
            IReadOnlySet<string>? seen = null;
            if (!_booksAreEmpty && (_set.Has(ExchangeFormat.Parties) || _set.Has(ExchangeFormat.Roles) || _set.Has(ExchangeFormat.Events)))
            {
                seen = await _scope.PartiesSeenAsync(_connection, ct);
                await _connection.EachAsync("SELECT code, id FROM party", r =>
                {
                    if (seen?.Contains(r.GetString(0)) ?? true)
                    {
                        _parties[r.GetString(0)] = r.Id(1);
                    }
                }, ct);
            }

            if (!_set.Has(ExchangeFormat.Parties))
            {
                return;
            }

            using var rows = _set.Rows(ExchangeFormat.Parties);
            var there = _booksAreEmpty ? [] : (await _connection.ListAsync(
                "SELECT p.id, p.code, p.kind, p.name, p.number, p.address, c.code, p.extra, p.act FROM party p LEFT JOIN commune c ON c.id = p.commune_id",
                r => new Party(r.Id(0), r.GetString(1), (PartyKind)r.GetInt32(2), r.GetString(3), r.TextOrNone(4), r.TextOrNone(5), r.TextOrNone(6), r.TextOrNone(7), r.GetInt64(8)), ct))
                .ToDictionary(p => p.Code, StringComparer.Ordinal);
            var inFile = new HashSet<string>(StringComparer.Ordinal);
            while (rows.Read())
            {
                var party = new Party(
                    NewId.Next(), rows.Text("code"), rows.Word<PartyKind>("kind"), rows.Text("name"), rows.TextOrNone("number"), rows.TextOrNone("address"),
                    rows.TextOrNone("commune"), rows.Extra(), _act);
                var commune = party.Commune is null ? null : _units.Communes.GetValueOrDefault(party.Commune);
                if (party.Commune is not null && commune is null)
                {
                    rows.Refuse("commune", new Refusal("code.unknown", party.Commune, "communes"));
                }

                if (rows.IsRefused)
                {
                    continue;
                }

                if (!inFile.Add(party.Code))
                {
                    rows.Refuse("code", new Refusal("row.twice", party.Code));
                }
                else if (there.ContainsKey(party.Code) && seen?.Contains(party.Code) == false)
                {
                    rows.Refuse("code", new Refusal("exchange.code-taken", party.Code));
                }
                else if (there.TryGetValue(party.Code, out var known))
                {
                    if (party with { Id = known.Id, Extra = known.Extra, Act = known.Act } != known)
                    {
                        rows.Refuse("code", new Refusal("row.contradicts", party.Code));
                    }
                }
                else if (MayWrite)
                {
                    _parties.Add(party.Code, party.Id);
                    tables.Add(party, commune?.Id ?? 0);
                    tables.FlushIfFull();
                    _changed = true;
                }
                else
                {
                    _parties[party.Code] = party.Id;
                }
            }
        }

        private async Task<Tally> ReadMattersAsync(MatterTables tables, MatterList list, BulkTable moves, DocketSums sums, CancellationToken ct)
        {
            var groups = new MatterGroups();
            MatterGroups.Cursor? Open(ExchangeFile file, string key)
            {
                if (!_set.Has(file))
                {
                    return null;
                }

                using var first = _set.Rows(file);
                var rows = groups.Index(first, key, done => _progress?.Invoke(new ImportProgress("index", done, first.FileLength)));
                return new MatterGroups.Cursor(groups, _set.RowsAgain(file), rows, key);
            }

            using var matters = Open(ExchangeFormat.Matters, "code");
            using var obligations = Open(ExchangeFormat.Obligations, "matter");
            using var roles = Open(ExchangeFormat.Roles, "matter");
            using var steps = Open(ExchangeFormat.Steps, "matter");
            using var events = Open(ExchangeFormat.Events, "matter");
            var cursors = new MatterCursors(matters, obligations, roles, steps, events);
            var reader = new ReadMatters(_units, _parties.ContainsKey, _work.Today, _booksAreEmpty ? 0 : await Reconciled.OwedAsync(_connection, ct), cursors, _scope);
            for (var start = 0; start < groups.Count; start += MatterFiles.Block)
            {
                var end = Math.Min(start + MatterFiles.Block, groups.Count);
                var (there, posted, elsewhere) = await ReadThereAsync(Enumerable.Range(start, end - start).Select(groups.CodeOf).Distinct(), ct);
                for (var ordinal = start; ordinal < end; ordinal++)
                {
                    var code = groups.CodeOf(ordinal);
                    cursors.Begin();
                    var change = reader.Check(ordinal, code, there.GetValueOrDefault(code), elsewhere.Contains(code));
                    if (change is null)
                    {
                        _leftOut++;
                        _set.LeaveOut(cursors.Taken());
                    }
                    else if (MayWrite && change.IsAnything)
                    {
                        _changed = true;
                        await WriteAsync(change, posted, tables, list, moves, sums, ct);
                    }
                }

                await list.FlushAsync(ct);
                tables.FlushIfFull();
                if (moves.IsFull)
                {
                    moves.Flush();
                }

                _progress?.Invoke(new ImportProgress("matters", end, groups.Count));
                ct.ThrowIfCancellationRequested();
            }

            return reader.Read;
        }

        private async Task<(Dictionary<string, MatterFile> Files, ILookup<Guid, PostedMove>? Moves, IReadOnlySet<string> Elsewhere)> ReadThereAsync(
            IEnumerable<string> codes, CancellationToken ct)
        {
            if (_booksAreEmpty)
            {
                return ([], null, new HashSet<string>());
            }

            string[] asked = [.. codes.Where(c => c.Length > 0)];
            var elsewhere = await _scope.HeldElsewhereAsync(_connection, asked, ct);
            var files = await MatterFiles.ByCodeAsync(_connection, [.. asked.Where(c => !elsewhere.Contains(c))], ct);
            return (files, await DocketBook.MovesOfAsync(_connection, [.. files.Values.Select(f => f.Matter.Id)], ct), elsewhere);
        }

        private async Task WriteAsync(MatterChange change, ILookup<Guid, PostedMove>? postedMoves, MatterTables tables, MatterList list, BulkTable moves, DocketSums sums, CancellationToken ct)
        {
            var matter = change.Matter;
            if (change.There is null)
            {
                tables.Add(matter, change.Commune);
            }

            foreach (var role in change.NewParties)
            {
                tables.Add(matter.Id, role, _parties[role.Party]);
            }

            foreach (var step in change.NewSteps)
            {
                tables.Add(matter.Id, step);
            }

            foreach (var number in change.StepsVoided)
            {
                tables.VoidStep(matter.Id, number, change.File.Steps[number - 1].VoidedOn!.Value);
            }

            foreach (var happened in change.NewEvents)
            {
                tables.Add(matter.Id, happened);
            }

            foreach (var number in change.EventsVoided)
            {
                tables.VoidEvent(matter.Id, number, change.File.Events[number - 1].VoidedOn!.Value);
            }

            var posted = change.There is null ? [] : postedMoves![matter.Id].ToList();
            var post = new DocketPosting(matter, change.File.Steps, posted, _act);
            post.Write(moves, sums);
            if (change.There is null)
            {
                tables.AddNow(matter.Id, post.Standing.Unit, post.Standing.Officer, (int)post.Standing.State);
                list.Add(change.File, post.Standing);
            }
            else
            {
                await post.UpdateNowAsync(_connection, _act, ct);
                if (change.NewParties.Any())
                {
                    list.Rename(change.File);
                }
            }
        }

        private async Task ReadTargetsAndFiguresAsync(CancellationToken ct)
        {
            _progress?.Invoke(new ImportProgress("figures", 0, 0));
            var reader = await ReadFigures.StartAsync(_connection, _units, _scope, ct);
            Each(ExchangeFormat.Targets, reader.Targets);
            Each(ExchangeFormat.Figures, reader.Figures);
            if (MayWrite)
            {
                _changed |= reader.Write(_connection, _act);
            }
        }
    }
}
