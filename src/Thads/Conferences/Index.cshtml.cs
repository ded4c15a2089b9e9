using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Conferences;
using Thads.Office.Tasks;
using Thads.Shared.Kit;

namespace Thads.Conferences;

/// <summary>The conferences of the units a person sees, with what is still open of each.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ConferencesModel(Work work) : PageModel
{
    /// <summary>The newest first, each with its open tasks.</summary>
    public IReadOnlyList<(ConferenceFile File, int Open)> All { get; private set; } = [];

    public bool MayPrepare => work.Person.May.HasFlag(Permissions.Organise);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var open = (await ReadTasks.RunAsync(new(Origin: TaskOrigin.Conference, State: TaskState.Open), work, ct)).ToLookup(task => task.OriginId);
        var all = new List<(ConferenceFile, int)>();
        foreach (var one in await ReadConferences.RunAsync(null, work, ct))
        {
            all.Add(((await ReadConferences.OfAsync(one.Number, work, ct))!, open[one.Number].Count()));
        }

        All = all;
    }
}

/// <summary>How the state of a conference looks.</summary>
public static class ConferenceTags
{
    public static TagKind KindOf(ConferenceState state) => state switch
    {
        ConferenceState.Planned => TagKind.Info,
        ConferenceState.Held => TagKind.Fine,
        ConferenceState.PutOff => TagKind.Soon,
        ConferenceState.Cancelled => TagKind.Late,
    };

    public static string CodeOf(ConferenceState state) => state switch
    {
        ConferenceState.Planned => "tag.conference-planned",
        ConferenceState.Held => "tag.conference-held",
        ConferenceState.PutOff => "tag.conference-put-off",
        ConferenceState.Cancelled => "tag.conference-cancelled",
    };
}
