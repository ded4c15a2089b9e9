using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>Everything a report may speak of: its numbers by key, its words, its tables and charts. What is not in it is not known, and not spoken of.</summary>
public sealed class FactBook
{
    private readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);

    /// <summary>Decimals of amounts in tỷ: one where the unit's year is a hundred tỷ or more, else three (triệu).</summary>
    public int MoneyDecimals { get; set; } = 1;

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Grid> Grids { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Chart> Charts { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were entered.</summary>
    public IEnumerable<Fact> Facts => _facts.Values;

    public Fact? this[string key] => _facts.GetValueOrDefault(key);

    public void Matters(string key, string title, long? count, FactSource source, bool isChange = false) => Add(key, title, FactKind.Matters, count, 0, source, isChange);

    /// <param name="dong">Exact.</param>
    public void Money(string key, string title, long? dong, FactSource source, bool isChange = false) => Add(key, title, FactKind.Billions, Billions(dong), MoneyDecimals, source, isChange);

    public void Percent(string key, string title, decimal? percent, FactSource source, bool isChange = false) => Add(key, title, FactKind.Percent, percent, 2, source, isChange);

    public void Points(string key, string title, decimal? points, FactSource source) => Add(key, title, FactKind.Points, points, 2, source, isChange: true);

    public void Count(string key, string title, decimal? count, FactSource source, int decimals = 0) => Add(key, title, FactKind.Count, count, decimals, source, isChange: false);

    /// <summary>Puts what was typed by hand in its place; a number that is not there any more is passed over.</summary>
    public void TakeByHand(string key, HandNumber hand)
    {
        if (_facts.TryGetValue(key, out var fact))
        {
            _facts[key] = fact with { ByHand = hand };
        }
    }

    /// <summary>Đồng in tỷ as this report writes it.</summary>
    public decimal? Billions(long? dong) => dong is null ? null : decimal.Round(dong.Value / 1_000_000_000m, MoneyDecimals, MidpointRounding.AwayFromZero);

    /// <summary>For a cell of a table that is no number of its own.</summary>
    public string Written(long? quantity, bool isMoney) =>
        quantity is null ? "–" : isMoney ? Billions(quantity)!.Value.ToString("N" + MoneyDecimals.ToString(System.Globalization.CultureInfo.InvariantCulture), Words.Format) : quantity.Value.ToString("N0", Words.Format);

    public static string Written(decimal? rate) => rate is null ? "–" : rate.Value.ToString("N2", Words.Format);

    public static decimal? Share(long? part, long? whole) => part is null || whole is null ? null : Law.Money.Rate(part.Value, whole.Value);

    private void Add(string key, string title, FactKind kind, decimal? value, int decimals, FactSource source, bool isChange)
    {
        if (value is { } known)
        {
            _facts[key] = new Fact(key, title, kind, known, decimals, source, isChange);
        }
    }
}
