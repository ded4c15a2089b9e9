using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Shared.Kit;

namespace Thads.Manners;

/// <summary>The fields above a page of manners: any days, typed or of a statistical year.</summary>
public sealed class MannersFilter
{
    private const int MostCampaigns = 5;
    private readonly HttpRequest _request;
    private readonly Work _work;

    private MannersFilter(HttpRequest request, FigureFilter figures, Work work) => (_request, Figures, _work) = (request, figures, work);

    public FigureFilter Figures { get; }

    public string? First => Typed("first");

    public string? Last => Typed("last");

    public string? Officer => Typed("officer");

    public IReadOnlyList<Choice> Officers => Figures.OfficerChoices;

    /// <summary>Whether the address says it as it is said best.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Statistical years to go to: that of today and those before it.</summary>
    public IEnumerable<StatisticalYear> Years => Enumerable.Range(0, 4).Select(back => new StatisticalYear(StatisticalYear.Of(_work.Today).Year - back));

    /// <summary>Peak campaigns that have begun, the latest first: their days can be asked for.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; private init; } = [];

    public static async Task<MannersFilter> LoadAsync(HttpRequest request, Work work, CancellationToken ct) => new(request, await FigureFilter.LoadAsync(request, isWhole: false, work, ct), work)
    {
        Campaigns = [.. (await CampaignBook.ListAsync(work, ct)).Where(campaign => campaign.FirstOn <= work.Today).OrderByDescending(campaign => campaign.FirstOn).Take(MostCampaigns)],
    };

    /// <summary>What was asked for: days that are not said are those of the year and months, as every page of figures begins.</summary>
    /// <exception cref="UnreadableException">A field holds what it cannot hold.</exception>
    public MannersAddress Read()
    {
        var figures = Figures.Read();
        if (figures.Year is < 1900 or > 9998 || figures.Months is < 1 or > StatisticalYear.Months)
        {
            throw new UnreadableException(new Office.Refusal("report.year", PageText.Year(figures.Year)), "year");
        }

        var year = new StatisticalYear(figures.Year);
        var first = TypedDay.Read(First, "first", _work) ?? year.Start;
        var last = TypedDay.Read(Last, "last", _work) ?? year.EndOfMonth(figures.Months);
        var read = new MannersAddress(figures.Unit, first, last, Typed("commune"), Officer, figures.KnownOn);
        IsPlain = First == PageText.Iso(first) && Last == PageText.Iso(last) && _request.Query.All(part => part.Value.All(value => !string.IsNullOrWhiteSpace(value)))
            && (Typed("knownOn") is not { } day || day == PageText.Iso(read.KnownOn!.Value));
        return read;
    }

    private string? Typed(string name) => _request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 } typed ? typed : null;
}
