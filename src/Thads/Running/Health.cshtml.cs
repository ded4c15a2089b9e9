using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;

namespace Thads.Running;

/// <summary>Whether the program can do its work, for those who look after the machine: the same as `thads doctor` and `/health/ready` say.</summary>
[Needs(Permissions.Operate)]
public sealed class HealthModel(Work work, PageText text, HealthAnswers answers, Options options) : PageModel
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IEnumerable<string> Warnings => options.Warnings().Select(warning => warning.In(text.Language));

    public async Task OnGetAsync(CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Operate);
        Findings = await answers.FindAsync(text.Language, ct);
    }
}
