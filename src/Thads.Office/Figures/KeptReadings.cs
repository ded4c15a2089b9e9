using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Figures;

/// <summary>
/// What was read of the book before, kept from one reading to the next. What was known at an act never changes: acts are added and none is
/// rewritten. An act is known here by its id and not by its number, which another may get when it is not finished.
/// </summary>
internal sealed class KeptReadings
{
    /// <summary>So many sums and moves are held at most, some 30 MB; then it begins anew.</summary>
    private const long Most = 400_000;

    private static readonly ConditionalWeakTable<Database, KeptReadings> OfDatabase = [];
    private readonly ConcurrentDictionary<string, object> _kept = [];
    private long _held;

    /// <param name="what">What is read of the scope: all of it that the scope does not say.</param>
    /// <param name="size">Sums or moves in it.</param>
    public static async Task<T> OfAsync<T>(FormScope scope, string what, Work work, Func<DbConnection, Task<T>> read, Func<T, int> size, CancellationToken ct)
        where T : class
    {
        var connection = await work.ConnectAsync(ct);
        var act = await connection.ListAsync("SELECT id FROM act WHERE seq = @act", r => r.Id(0), ct, ("act", scope.CutOff.Act));
        if (act is not [var last])
        {
            return await read(connection);
        }

        var kept = OfDatabase.GetOrCreateValue(work.Database);
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{last:N} {what} {scope.CutOff.KnownOn:O} {scope.Kind.Measure} {scope.Officer} {scope.Year.Year} {scope.End:O} {(scope.AskedUnits is { } units ? string.Join(',', units.Order()) : "*")}");
        if (kept._kept.TryGetValue(key, out var found))
        {
            return (T)found;
        }

        var value = await read(connection);
        kept.Keep(key, value, size(value));
        return value;
    }

    private void Keep(string key, object value, int size)
    {
        if (Interlocked.Add(ref _held, size + 1) > Most)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _held, size + 1);
        }

        _kept[key] = value;
    }
}
