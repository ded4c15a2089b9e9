using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>Who tried to sign in, of the accounts a person looks after. By the wall's clock, in the sample office too.</summary>
[Needs(Permissions.Administer)]
public sealed class SignInsModel(Work work, PageText text) : PageModel
{
    private const int DaysShown = 30;

    public string? Account { get; private set; }

    public SignInOutcome? Outcome { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public IReadOnlyList<SignInLine> Rows { get; private set; } = [];

    public ListPage List { get; private set; } = new() { Action = "/admin/people/sign-ins", Counted = "" };

    public async Task OnGetAsync(string? account, string? outcome, string? from, string? to, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(OfficeClock.OnTheWall(SignedIn.RealNow(HttpContext)));
        (Account, Outcome) = (Lists.Given(account), Codes.TryRead<SignInOutcome>(outcome, out var asked) ? asked : null);
        (From, To) = (today.AddDays(1 - DaysShown), today);
        (From, To) = (TypedDay.Read(from, "from", work) ?? From, TypedDay.Read(to, "to", work) ?? To);
        var query = new ReadSignIns.Query(OfficeClock.StartOf(From), OfficeClock.StartOf(To.AddDays(1)), Account, Outcome, 0, Pager.Size);
        var result = await ReadSignIns.RunAsync(query, work, ct);
        var pager = new Pager(Request, "page", result.Count);
        Rows = pager.Current == 1 ? result.Lines : (await ReadSignIns.RunAsync(query with { Skip = (pager.Current - 1) * Pager.Size }, work, ct)).Lines;
        List = Lists.Page(
            Request, "/admin/people/sign-ins", text.Say("admin.sign-ins-counted", result.Count, From, To), pager, work, text,
            ("account", Account is null ? null : text.Say("admin.chip-person", Account)), ("outcome", Outcome is { } of ? text.Of(of) : null));
    }
}
