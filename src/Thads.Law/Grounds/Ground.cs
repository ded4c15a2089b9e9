using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Grounds;

/// <summary>A ground the law names for a decision (`Tables/grounds.csv`).</summary>
/// <param name="List">What it is a ground for: refusal, nye (chưa có điều kiện), postpone, suspend, terminate, interim, end.</param>
/// <param name="Letter">Of the article, as it is printed there: "a", "đ".</param>
/// <param name="Code">The same in both regimes where the two mean the same.</param>
public sealed record Ground(string List, Regime Regime, string Letter, string Code, Said Name)
{
    public static readonly LawTable<Ground> Table = new(
        "grounds", ["list", "regime", "letter", "code", "name_vi", "name_en"], ["list", "regime", "code"],
        row => new(row.Text("list"), row.OneOf("regime", RegimeWords.ByCode), row.Text("letter"), row.Text("code"), row.Words("name")))
    {
        Title = new("Căn cứ của các quyết định", "Grounds of decisions"),
        Refuses = "ground",
        WithoutGaps = false,
        Check = (book, rows) => rows.Where(row => row.Value.Regime != LegalRegime.OfDay(row.Row.From, book))
            .Select(row => (row.Row, new Said("luật ghi ở dòng không phải luật của ngày đầu", "the regime of the row is not that of its first day"))),
    };

    /// <summary>The grounds of a list that hold on a day, in the order of the article; refuses with `ground.unknown` and `ground.not-covered`.</summary>
    public static Answer<GroundsOnDay> On(LawBook book, string list, DateOnly day)
    {
        var all = book.All(Table).Where(row => row.Value.List == list).ToList();
        var held = all.Where(row => row.HoldsOn(day)).ToList();
        return all.Count == 0 ? Table.Unknown(list) : held.Count == 0 ? Table.NotCovered(list, day) : new GroundsOnDay(list, day, held);
    }

    /// <summary>`grounds`: a list and a day.</summary>
    public static LawQuestion Question { get; } = new(
        "grounds", new("Căn cứ của quyết định", "Grounds of a decision"),
        [
            new("list", InputKind.Choice, new("Loại quyết định", "Kind of decision"), Required: true)
            {
                Choices =
                [
                    ("refusal", new("Từ chối yêu cầu", "Refusal of a request")), ("nye", new("Chưa có điều kiện thi hành", "Not yet enforceable")), ("postpone", new("Hoãn", "Postponement")),
                    ("suspend", new("Tạm đình chỉ", "Suspension")), ("terminate", new("Đình chỉ", "Termination")), ("interim", new("Biện pháp bảo đảm", "Interim measures")), ("end", new("Kết thúc", "End of a matter")),
                ],
            },
            new("on", InputKind.Day, new("Ngày ra quyết định", "Day of the decision"), Required: true),
        ],
        ["count", "codes"],
        (given, book) => On(book, given.Text("list"), given.Day("on")).Then<Outcome>(found => new Outcome(
            [new("count", (long)found.Grounds.Count), new("codes", found.Grounds.Select(row => row.Value.Code).ToList())], found)));
}

/// <summary>The grounds of one list on one day, each with its article.</summary>
public sealed record GroundsOnDay(string List, DateOnly Day, IReadOnlyList<Dated<Ground>> Grounds) : IExplained
{
    public IReadOnlyList<DerivationLine> Lines() =>
        [.. Grounds.Select(row => new DerivationLine(new($"{row.Value.Letter}) {row.Value.Name.Vi}", $"{row.Value.Letter}) {row.Value.Name.En}"), null, row.Row))];

    public IReadOnlyList<LawRow> Rests() => [.. Grounds.Select(row => row.Row)];
}
