using System.Globalization;

namespace Thads.Law;

/// <summary>A sentence, or part of one, in both languages: Vietnamese first.</summary>
public readonly record struct Said(string Vi, string En)
{
    private static readonly CultureInfo VietNam = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The same in both languages: codes, articles, names.</summary>
    public static Said Same(string text) => new(text, text);

    /// <summary>"25/11/2026", in both languages.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"16:30 ngày 24/11/2026" is put together from this and the words around it: "24/11/2026 16:30".</summary>
    public static string Moment(DateTime at) => at.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"22.849.315", in both languages.</summary>
    public static string Amount(Money amount) => amount.Units.ToString("N0", VietNam);

    /// <summary>"0,5", without needless zeros, in both languages.</summary>
    public static string Number(decimal value) => value.ToString("#,##0.######", VietNam);

    /// <summary>"L25 Đ34.3" as it is cited in Vietnamese, "L25 art. 34.3" in English.</summary>
    public static Said Article(string article) => new(article, article.Replace("Đ", "art. ", StringComparison.Ordinal));

    public override string ToString() => Vi;
}
