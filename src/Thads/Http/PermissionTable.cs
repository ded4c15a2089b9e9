using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Thads.Office;
using Thads.Office.Acts;

namespace Thads.Http;

/// <summary>Who may open what, read off the program itself: the source of `docs/permissions.md`.</summary>
public static class PermissionTable
{
    private static readonly Permissions[] Rights = [.. Enum.GetValues<Permissions>().Where(right => right is not (Permissions.None or Permissions.All))];

    /// <summary>An address of the program and what it asks for.</summary>
    /// <param name="Route">Without a slash before it; the first page is "".</param>
    /// <param name="Right">Null = open to all who have signed in, or to all; see <paramref name="IsOpen"/>.</param>
    /// <param name="IsOpen">Before anybody signs in.</param>
    /// <param name="IsSaid">Whether somebody said who may open it; nobody may open what this is not said of.</param>
    public sealed record Door(string Route, Permissions? Right, bool IsOpen, bool IsSaid);

    /// <summary>Every page and endpoint, by address.</summary>
    public static async Task<IReadOnlyList<Door>> DoorsAsync(WebApplication web)
    {
        var loader = web.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in ((IEndpointRouteBuilder)web).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            IReadOnlyList<object> said = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? [.. (await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!.GetCustomAttributes()]
                : [.. endpoint.Metadata];
            var right = said.OfType<NeedsAttribute>().FirstOrDefault()?.Right;
            var open = said.OfType<OpenToAllAttribute>().Any();
            doors.Add(new Door(endpoint.RoutePattern.RawText!.TrimStart('/'), right, open, right is not null || open || said.OfType<OpenToSignedInAttribute>().Any()));
        }

        return [.. doors.Distinct().OrderBy(door => door.Route, StringComparer.Ordinal)];
    }

    /// <summary>Markdown: rights of each role, and the right behind each address.</summary>
    public static string Write(IEnumerable<Door> doors)
    {
        var text = new StringBuilder();
        text.Append("# Who may do what\n\nMade by `thads permissions` from the program itself; a test compares the two. Roles are given for a time and over a unit (what lies below it and what it succeeded included); ")
            .Append("who may sign besides the head is a dated delegation. Everybody sees what their units hold and nothing else: `VisibleTo` and `work.Require` are the only places that decide.\n\n## Rights of the roles\n\n");
        text.Append("| role | vai trò | ").AppendJoin(" | ", Rights.Select(right => right.ToString())).Append(" |\n|---|---|").AppendJoin('|', Rights.Select(_ => ":-:")).Append("|\n");
        foreach (var role in Enum.GetValues<Role>())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {role} | {Word(role)} | ").AppendJoin(" | ", Rights.Select(right => role.May.HasFlag(right) ? "●" : "")).Append(" |\n");
        }

        text.Append("\n## Pages and endpoints\n\n| address | asks for | roles |\n|---|---|---|\n");
        foreach (var door in doors)
        {
            var roles = Enum.GetValues<Role>().Where(role => door.Right is not { } right || role.May.HasFlag(right)).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| `/{door.Route}` | {(door.IsOpen ? "– (open)" : door.Right?.ToString() ?? "signed in")} | ")
                .Append(door.IsOpen ? "everybody" : roles.Count == Enum.GetValues<Role>().Length ? "all" : string.Join(", ", roles)).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Word(Role role) => Words.Say(Language.Vietnamese, $"Role.{Codes.CodeOf(role)}");
}
