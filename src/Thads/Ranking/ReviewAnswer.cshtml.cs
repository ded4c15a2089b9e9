using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Ranking.Reviews;

namespace Thads.Ranking;

/// <summary>The form by which an office answers something it was asked to review.</summary>
[Needs(Permissions.Report)]
public sealed class ReviewAnswerModel(Work work, PageText text) : ActPage(work, text)
{
    public ReviewAddress? Address { get; private set; }

    public ReviewItem? Item { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? kind, [FromQuery] string? subject, CancellationToken ct) => await LoadAsync(kind, subject, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? kind, [FromQuery] string? subject, CancellationToken ct)
    {
        if (!await LoadAsync(kind, subject, ct))
        {
            return NotFound();
        }

        Keep();
        await AnswerReview.RunAsync(new(Address!.Unit, Address.Year, Item!.Kind, Item.Subject, Typed("Answer"), ActKey), Work, ct);
        return Redirect($"{Address.List}&done=1#{Codes.CodeOf(Item.Kind)}");
    }

    private async Task<bool> LoadAsync(string? kind, string? subject, CancellationToken ct)
    {
        if (!Work.Person.May.HasFlag(Permissions.ReadMatters) || !Codes.TryRead<ReviewKind>(kind ?? "", out var known))
        {
            return false;
        }

        Address = await ReviewAddress.ReadAsync(Request, Work, ct);
        var list = await ReadReviews.RunAsync(new(Address.Unit, Address.Year), Work, ct);
        Item = list.Items.FirstOrDefault(item => item.Kind == known && item.Subject == subject && list.Tree.UnitCode(item.Unit) == Address.Unit && AnswerReview.May(list.Tree, item, list.Year, Work.Person));
        return Item is not null;
    }
}
