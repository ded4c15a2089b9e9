using System.Reflection;
using System.Text.Json;
using Thads.Office.Matters;

namespace Thads.Office.Ranking;

/// <summary>What a weight looks at.</summary>
public enum WeightKind
{
    /// <summary>Every matter of the total.</summary>
    Base = 1,

    /// <summary>Its type of judgment.</summary>
    Type = 2,

    /// <summary>How many lines it has; only the highest step reached counts.</summary>
    Lines = 3,

    /// <summary>Đồng owed when it was docketed; only the highest step reached counts.</summary>
    Amount = 4,

    /// <summary>Coercion was decided, planned or held in it.</summary>
    Coercion = 5,
    CreditInstitution = 6,
    Corruption = 7,

    /// <summary>A matter outside the total that is followed separately.</summary>
    Separate = 8,
}

/// <summary>One weight of the caseload (`Lists/caseload-weights.json`): ours, and marked so.</summary>
/// <param name="From">Of lines and amounts.</param>
/// <param name="Hundredths">What it adds to a matter: 100 is one plain matter.</param>
public sealed record CaseloadWeight(string Code, WeightKind Kind, JudgmentType? Type, long From, int Hundredths, string Vi, string En)
{
    private static readonly Lazy<(IReadOnlyList<CaseloadWeight> All, Cited By)> Loaded = new(Load);

    public static IReadOnlyList<CaseloadWeight> All => Loaded.Value.All;

    /// <summary>Where the weights come from.</summary>
    public static Cited By => Loaded.Value.By;

    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };

    /// <summary>Whether it weighs on the matter, a higher step of its kind aside.</summary>
    public bool Has(in Burden matter) => matter.IsSeparate == (Kind == WeightKind.Separate) && Kind switch
    {
        WeightKind.Separate => true,
        WeightKind.Base => true,
        WeightKind.Type => matter.Type == Type,
        WeightKind.Lines => matter.Lines >= From,
        WeightKind.Amount => matter.Amount >= From,
        WeightKind.Coercion => matter.IsCoerced,
        WeightKind.CreditInstitution => matter.IsCreditInstitution,
        WeightKind.Corruption => matter.IsCorruption,
    };

    /// <summary>The weights that lie on a matter: of lines and of amounts the highest step alone.</summary>
    public static IReadOnlyList<CaseloadWeight> Of(in Burden matter)
    {
        var found = new List<CaseloadWeight>();
        foreach (var weight in All)
        {
            if (weight.Has(matter))
            {
                if (weight.Kind is WeightKind.Lines or WeightKind.Amount)
                {
                    found.RemoveAll(lower => lower.Kind == weight.Kind && lower.From <= weight.From);
                }

                found.Add(weight);
            }
        }

        return found;
    }

    private static (IReadOnlyList<CaseloadWeight>, Cited) Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Office.Ranking.Lists.caseload-weights.json")!;
        using var text = new StreamReader(stream);
        using var json = JsonDocument.Parse(text.ReadToEnd());
        var root = new SchemeNode("caseload-weights.json", "", json.RootElement);
        return ([.. root.List("weights").Select(at => at.Whole(new CaseloadWeight(
            at.Text("code"), at.Word<WeightKind>("kind"), at.Has("type") ? at.Word<JudgmentType>("type") : null, (long)(at.NumberOrNone("from", 1, Law.Money.Largest) ?? 0),
            (int)(at.Number("weight", 0.01m, 100) * 100), at.Text("vi"), at.Text("en")))).OrderBy(weight => weight.Kind).ThenBy(weight => weight.From)], root.By());
    }
}

/// <summary>What of a matter weighs on whoever holds it.</summary>
/// <param name="Lines">How many.</param>
/// <param name="Amount">Đồng owed when it was docketed.</param>
public readonly record struct Burden(JudgmentType Type, bool IsCreditInstitution, bool IsCorruption, int Lines, long Amount, bool IsCoerced, bool IsSeparate);
