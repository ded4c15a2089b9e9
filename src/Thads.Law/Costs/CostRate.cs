using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Costs;

/// <summary>What a person is paid for a day of enforcement work (ND152 Đ84, rule MN-36; `Tables/cost-rates.csv`). The rates of the old law (TT 200/2016/TT-BTC) were not obtained.</summary>
/// <param name="Rate">Whole đồng for a person and a day; for an expert's report, for the report.</param>
public sealed record CostRate(string Work, string Role, Said Name, Money Rate)
{
    public static readonly LawTable<CostRate> Table = new("cost-rates", ["work", "role", "name_vi", "name_en", "rate"], ["work", "role"], row => new(row.Text("work"), row.Text("role"), row.Words("name"), row.Amount("rate")))
    {
        Title = new("Mức chi thi hành án", "Rates of enforcement costs"),
        Refuses = "cost-rate",
    };
}

/// <summary>What so many days of work cost.</summary>
public sealed record CostOfWork(Money Rate, Money Total, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <param name="times">Persons times days.</param>
    /// <returns>Refused with `cost-rate.unknown`, `cost-rate.not-covered`, `cost-rate.times`.</returns>
    public static Answer<CostOfWork> Of(LawBook book, DateOnly on, string work, string role, int times)
    {
        if (times is < 0 or > 1_000_000)
        {
            return new LawRefusal("cost-rate.times", new($"Số công {times} không dùng được.", $"{times} days of work cannot be."));
        }

        return book.On(CostRate.Table, $"{work}/{role}", on).Then<CostOfWork>(found =>
        {
            var total = new Money(found.Value.Rate.Units * times);
            return new CostOfWork(found.Value.Rate, total, [new(found.Value.Name, found.Value.Rate, found.Row), new(new($"× {times} công", $"× {times} person-days"), total)]);
        });
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>()];

    /// <summary>`cost-rate`.</summary>
    public static LawQuestion Question { get; } = new(
        "cost-rate", new("Mức chi thi hành án", "Rate of enforcement costs"),
        [
            new("on", InputKind.Day, new("Ngày làm việc", "Day"), Required: true),
            new("work", InputKind.Choice, new("Công việc", "Work"), Required: true) { Choices = [.. LawBook.BuiltIn.All(CostRate.Table).GroupBy(row => row.Value.Work).Select(group => (group.Key, group.First().Value.Name))] },
            new("role", InputKind.Choice, new("Vai trò", "Role"), Required: true)
            {
                Choices = [("lead", new("Chủ trì", "Leads")), ("other", new("Người khác", "Others")), ("chair", new("Chủ trì họp", "Chair")), ("member", new("Thành viên", "Member")), ("official", new("Công chức", "Official")), ("any", new("Mọi người", "Everybody"))],
            },
            new("times", InputKind.Whole, new("Số công (người × ngày)", "Person-days")),
        ],
        ["rate", "total"],
        (given, book) => Of(book, given.Day("on"), given.Text("work"), given.Text("role"), given.WholeOrNone("times") ?? 1).Then<Outcome>(found => new Outcome([new("rate", found.Rate.Units), new("total", found.Total.Units)], found)));
}
