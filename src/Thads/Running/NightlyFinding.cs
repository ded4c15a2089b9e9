using Thads.Http;
using Thads.Jobs;
using Thads.Office;
using Thads.Office.Watch.Nightly;

namespace Thads.Running;

/// <summary>When the books and what was sent were last verified at night, and what was found: a thing to look at, and no reason to stop working.</summary>
internal static class NightlyFinding
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(OfficeWeb.Shown shown, Language language, CancellationToken ct)
    {
        string Say(string code, params object[] arguments) => Words.Say(language, code, arguments);
        var what = Say("health.nightly");
        await using var connection = await shown.Database.OpenAsync(ct);
        if (await Night.LastAsync(connection, ct) is not { } night)
        {
            return [new Finding(what, Health.Good, shown.Options.Nightly is { } at ? Say("health.nightly-never", PageText.Moment(NightlyJob.NextAfter(shown.Clock.Now, at))) : Say("health.nightly-off"))];
        }

        var said = night.Results.Select(result => new Finding(
            what, result.Outcome == NightOutcome.Sound ? Health.Good : Health.Warning,
            result.Outcome == NightOutcome.Failed ? Say("health.nightly-failed", result.Said ?? "")
                : Say($"health.nightly-{Codes.CodeOf(result.Part)}", result.Checked, result.Found, PageText.Moment(result.EndedAt)) + (result.Said is null ? "" : $": {result.Said.ReplaceLineEndings("; ")}"))).ToList();
        return night.Results.Count == Enum.GetValues<NightPart>().Length ? said : [.. said, new Finding(what, Health.Warning, Say("health.nightly-running", PageText.Moment(night.StartedAt)))];
    }
}
