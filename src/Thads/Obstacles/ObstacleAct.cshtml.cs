using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Obstacles;
using Thads.Office.Units;

namespace Thads.Obstacles;

/// <summary>The forms of what may be done to an obstacle: record its end, correct it, withdraw it.</summary>
[Needs(Permissions.Direct)]
public sealed class ObstacleActModel(Work work, PageText text) : ObstaclePage(work, text)
{
    private static readonly string[] Acts = ["end", "correct", "withdraw"];

    public string Act { get; private set; } = "";

    public string Heading => Said.Say($"obstacles.do-{Act}");

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, [FromRoute] string act, CancellationToken ct) => await LoadAsync(number, act, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] int number, [FromRoute] string act, CancellationToken ct)
    {
        if (!await LoadAsync(number, act, ct))
        {
            return NotFound();
        }

        Keep();
        if (Act == "end")
        {
            var last = Day("LastOn");
            if (!ModelState.IsValid)
            {
                return Again();
            }

            await EndObstacle.RunAsync(new(number, last!.Value, TypedOrNone("EndDocument"), ActKey), Work, ct);
        }
        else if (Act == "correct")
        {
            if (Read(null) is not { } input)
            {
                return Again();
            }

            await CorrectObstacle.RunAsync(new(number, input, TypedOrNone("EndDocument"), Typed("Reason"), ActKey), Work, ct);
        }
        else
        {
            await WithdrawObstacle.RunAsync(new(number, Typed("Reason"), ActKey), Work, ct);
        }

        return Redirect(ObstacleSpan.Address(number) + "?done=1");
    }

    private async Task<bool> LoadAsync(int number, string act, CancellationToken ct)
    {
        if (!Acts.Contains(act) || await ReadObstacles.HistoryAsync(number, Work, ct) is not [.., var now] || !Work.Person.Sees(now.Unit) || !Work.Person.MayIn(now.Unit, Permissions.Direct))
        {
            return false;
        }

        (Act, Now) = (act, now);
        LoadUnit(await UnitTree.OfAsync(Work, ct), now.Unit);
        return true;
    }
}
