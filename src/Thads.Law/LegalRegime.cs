using System.Globalization;
using System.Reflection;

namespace Thads.Law;

/// <summary>
/// Which law governs a step: the one in force on its business date. A dated table (`Tables/regimes.csv`); a day before
/// its first row was judged by earlier law, and for every rule of this program that law is the one of 2008.
/// </summary>
public sealed record LegalRegime(string Code, DateOnly From, string TitleVi, string TitleEn, string Source, DateOnly LastChecked)
{
    private static readonly Lazy<IReadOnlyList<LegalRegime>> Table = new(Read);

    public static IReadOnlyList<LegalRegime> All => Table.Value;

    /// <summary>Luật 106/2025/QH15: `returned` begins with it, and on-request matters no longer go to the separate book.</summary>
    public static LegalRegime Law2025 { get; } = All.Single(r => r.Code == "law-2025");

    /// <summary>Whether a step of this day is governed by Luật 106/2025/QH15.</summary>
    public static bool IsUnderLaw2025(DateOnly day) => day >= Law2025.From;

    private static LegalRegime[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Law.Tables.regimes.csv")!;
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(c => new LegalRegime(c[0], Day(c[1]), c[2], c[3], c[4], Day(c[5])))];
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
