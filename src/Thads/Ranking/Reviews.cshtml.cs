using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Ranking.Reviews;
using Thads.Shared.Kit;

namespace Thads.Ranking;

/// <summary>Matters to review before a year is closed: what the books hold, without judgement, and what the office says to it.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class ReviewsModel(Work work) : PageModel
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string? TypedUnit { get; private set; }

    public string? TypedYear { get; private set; }

    public ReviewAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public ReviewList? List { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        (TypedUnit, TypedYear) = (Request.Query["unit"].FirstOrDefault(), Request.Query["year"].FirstOrDefault());
        Units = (await RankingFilter.LoadAsync(Request, superior: false, work, ct)).Units;
        Address = await ReviewAddress.ReadAsync(Request, work, ct);
        (TypedUnit, TypedYear) = (Address.Unit, Address.Typed);
        List = await ReadReviews.RunAsync(new(Address.Unit, Address.Year), work, ct);
    }

    public bool MayAnswer(ReviewItem item) => AnswerReview.May(List!.Tree, item, List.Year, work.Person);

    /// <summary>Whether the unit above does not see it yet.</summary>
    public bool IsAlone(ReviewItem item) => item.Answers.Count == 0 && work.Today <= item.AloneUntil;

    /// <summary>What the list asks of a kind: its rule, with the limits that hold.</summary>
    public object[] LimitsOf(ReviewKind kind) => kind switch
    {
        ReviewKind.HeldPastEnd => [],
        ReviewKind.DelegationLoop => [List!.Limits.WindowDays],
        ReviewKind.SuddenReclassification => [List!.Limits.WindowDays, List.Limits.SuddenLeast, List.Limits.SuddenTimes],
        ReviewKind.ReopenedSoon => [List!.Limits.ReopenedDays, List.Limits.WindowDays],
        ReviewKind.BackDated => [List!.Limits.BackDatedDays],
    };
}
