using Thads.Law.Tables;

namespace Thads.Law;

/// <summary>The two bodies of law a step can stand under. How cases and commands write them: old, new.</summary>
public enum Regime
{
    /// <summary>Luật 26/2008/QH12 with its amendments, until 30/06/2026.</summary>
    Old = 1,

    /// <summary>Luật 106/2025/QH15, from 01/07/2026.</summary>
    New = 2,
}

/// <summary>
/// Which law governs a step: the one in force on its business date (rules RG-01, RG-05). A dated table (`Tables/regimes.csv`); a day before
/// its first row was judged by earlier law, and for every rule of this program that law is the one of 2008.
/// </summary>
public sealed record LegalRegime(string Code, Regime Regime, Said Title, DateOnly From)
{
    public static readonly LawTable<LegalRegime> Table = new("regimes", ["code", "regime", "title_vi", "title_en"], ["code"], row => new(row.Text("code"), row.OneOf("regime", RegimeWords.ByCode), row.Words("title"), row.From))
    {
        Title = new("Luật áp dụng", "Law that applies"),
        Refuses = "regime",
    };

    public static IReadOnlyList<LegalRegime> All => [.. LawBook.InForce.All(Table).Select(row => row.Value)];

    /// <summary>Luật 106/2025/QH15: `returned` begins with it, and on-request matters no longer go to the separate book.</summary>
    public static LegalRegime Law2025 => Of(Regime.New, LawBook.InForce);

    /// <summary>Whether a step of this day is governed by Luật 106/2025/QH15.</summary>
    public static bool IsUnderLaw2025(DateOnly day) => OfDay(day, LawBook.InForce) == Regime.New;

    /// <summary>The law of a step of that day.</summary>
    public static Regime OfDay(DateOnly day, LawBook book) => day >= Of(Regime.New, book).From ? Regime.New : Regime.Old;

    public static LegalRegime Of(Regime regime, LawBook book)
    {
        foreach (var row in book.All(Table))
        {
            if (row.Value.Regime == regime)
            {
                return row.Value;
            }
        }

        throw new InvalidDataException($"regimes.csv has no row for {regime}.");
    }
}

public static class RegimeWords
{
    public static IReadOnlyDictionary<string, Regime> ByCode { get; } = new Dictionary<string, Regime>(StringComparer.Ordinal) { ["old"] = Regime.Old, ["new"] = Regime.New };

    extension(Regime regime)
    {
        public string Code => regime switch
        {
            Regime.Old => "old",
            Regime.New => "new",
        };

        /// <summary>"luật cũ (2008)", "old law (2008)".</summary>
        public Said In() => regime switch
        {
            Regime.Old => new("Luật THADS 2008", "Law of 2008"),
            Regime.New => new("Luật THADS 2025", "Law of 2025"),
        };
    }

    /// <summary>Reads `old` or `new`; refuses with `regime.unknown`.</summary>
    public static Answer<Regime> Read(string code) => ByCode.TryGetValue(code, out var regime) ? regime : LegalRegime.Table.Unknown(code);
}
