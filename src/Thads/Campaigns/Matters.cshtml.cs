using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Law.Calendar;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Fields;
using Thads.Shared.Kit;

namespace Thads.Campaigns;

/// <summary>The matters behind a number of a campaign.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class CampaignMattersModel(Work work, PageText text) : PageModel
{
    public CampaignProgress Progress { get; private set; } = null!;

    public Campaign Campaign => Progress.Campaign;

    public CampaignAddress Address { get; private set; } = new(0);

    public CohortShow Show { get; private set; } = CohortShow.All;

    public string? Officer { get; private set; }

    public string? Commune { get; private set; }

    public IReadOnlyList<CohortRow> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public IReadOnlyList<Choice> Shows => [.. Enum.GetValues<CohortShow>().Select(show => new Choice(Codes.CodeOf(show), text.Say($"campaigns.show-{Codes.CodeOf(show)}")))];

    public IReadOnlyList<Choice> Officers => [.. Progress.Officers.Select(line => new Choice(line.Code, line.Name.Length == 0 ? text.Say("campaigns.nobody") : $"{line.Name} ({line.Code})", 0, line.List.Matters, line.Name.Length > 0))];

    public IReadOnlyList<Choice> Communes => [.. Progress.Communes.Select(line => new Choice(line.Code, line.Name.Length == 0 ? text.Say("campaigns.nobody") : $"{line.Name} ({line.Code})", 0, line.List.Matters, line.Name.Length > 0))];

    public async Task OnGetAsync(int id, CancellationToken ct)
    {
        Show = Codes.TryRead<CohortShow>(Request.Query["show"].FirstOrDefault(), out var show) ? show : CohortShow.All;
        Officer = One("officer");
        Commune = One("commune");
        DateOnly? on = One("on") is { } typed && DayText.Read(typed, work.Today, WorkingCalendar.OfVietNam, out var day) is null && day <= work.Today ? day : null;
        (Progress, Rows) = await ListCohort.RunAsync(new(id, Show, on, Officer, Commune), work, ct);
        Address = new CampaignAddress(id, on is null ? null : Progress.On);
        Pager = new Pager(Request, "page", Rows.Count);
    }

    private string? One(string name) => Request.Query[name].FirstOrDefault() is { Length: > 0 } typed ? typed : null;
}
