using System.Globalization;
using System.Reflection;

namespace Thads.Office.Figures.Lists;

/// <summary>That a circular asks for a list with the reports of some periods (`Figures/Lists/report-lists.csv`).</summary>
/// <param name="Months">The periods: 1 to 12.</param>
/// <param name="Article">As cited.</param>
public sealed record ListDuty(string Regime, string List, IReadOnlyList<int> Months, string Article);

/// <summary>A list of matters that goes with a report: those of one cell of form 01, so that it agrees with the form by construction.</summary>
/// <param name="Code">In addresses; its words are under `list.`.</param>
/// <param name="Row">Row of form 01.</param>
/// <param name="Cell">Cell of that row; the amount of each matter is its part of the same cell of form 02.</param>
public sealed record ListKind(string Code, string Row, string Cell)
{
    private static readonly Lazy<IReadOnlyList<ListDuty>> Duties = new(Load);

    /// <summary>In the order of the article. State compensation (điểm c) is no matter of this book.</summary>
    public static readonly IReadOnlyList<ListKind> All =
        [new("separate", "I", "separate"), new("in_progress", "I", "in_progress"), new("credit_institutions", "IV.1", "due"), new("carried_over", "I", "carried_over")];

    public static ListKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>What a regime asks of this list; null = nothing that is known.</summary>
    public ListDuty? DutyIn(string regime) => Duties.Value.FirstOrDefault(duty => duty.Regime == regime && duty.List == Code);

    private static List<ListDuty> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Office.Figures.Lists.report-lists.csv")!;
        using var text = new StreamReader(stream);
        var duties = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(cells => new ListDuty(cells[0], cells[1], [.. cells[2].Split(' ').Select(month => int.Parse(month, CultureInfo.InvariantCulture))], cells[3])).ToList();
        var wrong = duties.FirstOrDefault(duty => Find(duty.List) is null || FormSet.All.All(set => set.Regime != duty.Regime) || duty.Months.Any(month => month is < 1 or > 12));
        return wrong is null ? duties : throw new InvalidDataException($"Figures/Lists/report-lists.csv: {wrong.Regime}, {wrong.List} is no list of a regime.");
    }
}
