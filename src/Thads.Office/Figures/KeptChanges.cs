using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;

namespace Thads.Office.Figures;

/// <summary>
/// Sums of the book that were read before, kept from one reading to the next. What was known at an act never changes: acts are added and none is
/// rewritten. An act is known here by its id and not by its number, which another may get when it is not finished.
/// </summary>
internal sealed class KeptChanges
{
    /// <summary>So many changes are held at most, some 20 MB; then it begins anew.</summary>
    private const long Most = 500_000;

    private static readonly ConditionalWeakTable<Database, KeptChanges> OfDatabase = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<SummedChange>> _kept = [];
    private long _held;

    /// <summary>The changes of the scope, from the book or as they were read from it before.</summary>
    public static async Task<IReadOnlyList<SummedChange>> OfAsync(FormScope scope, ChangeGrain grain, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var act = await connection.ListAsync("SELECT id FROM act WHERE seq = @act", r => r.Id(0), ct, ("act", scope.CutOff.Act));
        if (act is not [var last])
        {
            return await ReadAsync();
        }

        var kept = OfDatabase.GetOrCreateValue(work.Database);
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{last:N} {scope.CutOff.KnownOn:O} {grain} {scope.Kind.Measure} {scope.Officer} {scope.Year.Year} {scope.End:O} {(scope.AskedUnits is { } units ? string.Join(',', units.Order()) : "*")}");
        if (!kept._kept.TryGetValue(key, out var changes))
        {
            changes = await ReadAsync();
            kept.Keep(key, changes);
        }

        return changes;

        Task<IReadOnlyList<SummedChange>> ReadAsync() =>
            new ReadChanges(connection, scope.CutOff).SumAsync(grain, scope.AskedUnits, scope.Officer, scope.Kind.Measure, scope.Year, scope.End, ct);
    }

    private void Keep(string key, IReadOnlyList<SummedChange> changes)
    {
        if (Interlocked.Add(ref _held, changes.Count + 1) > Most)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _held, changes.Count + 1);
        }

        _kept[key] = changes;
    }
}
