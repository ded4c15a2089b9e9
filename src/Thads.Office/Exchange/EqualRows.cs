namespace Thads.Office.Exchange;

/// <summary>Rows that are equal but for what does not make them another row: the n-th of a file is the n-th of the books.</summary>
internal sealed class EqualRows<T>(IEnumerable<(T Key, T Row)> there)
    where T : class
{
    private readonly Dictionary<T, Queue<T>> _waiting = there.GroupBy(r => r.Key, r => r.Row).ToDictionary(g => g.Key, g => new Queue<T>(g));

    /// <summary>The row of the books that this one is, or null when it is new.</summary>
    public T? Next(T key) => _waiting.TryGetValue(key, out var rows) && rows.TryDequeue(out var row) ? row : null;
}
