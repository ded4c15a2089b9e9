using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>What the lists of administration have in common: their state is their address.</summary>
internal static class Lists
{
    public static string? Given(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;

    public static IReadOnlyList<Choice> Units(UnitTree tree, DateOnly day, Func<int, bool> visible) =>
        [.. TreeRows.Of(tree, day, visible).Select(row => new Choice(tree.UnitCode(row.Unit), $"{tree.UnitName(row.Unit, day)} ({tree.UnitCode(row.Unit)})", row.Depth, null, true))];

    /// <param name="filters">Name in the address, and its words where it is at work.</param>
    public static ListPage Page(HttpRequest request, string action, string counted, Pager? pager, Work work, PageText text, params (string Name, string? Words)[] filters)
    {
        var chips = filters.Where(f => f.Words is not null).Select(f => new ListChip(f.Words!, Without(request, action, f.Name, "page", "before"))).ToList();
        return new ListPage
        {
            Action = action,
            Counted = counted,
            Shown = pager is { Last: > 1 } ? $"{PageText.Number(pager.From)}–{PageText.Number(pager.To)}" : null,
            Chips = chips,
            Clear = action,
            First = pager is { Current: > 1 } ? pager.Address(1) : null,
            Previous = pager is { Current: > 1 } ? pager.Address(pager.Current - 1) : null,
            Next = pager is not null && pager.Current < pager.Last ? pager.Address(pager.Current + 1) : null,
            Printed = string.Join(" · ", [work.Person.FullName, ActPage.Moment(work.Now), .. chips.Select(chip => chip.Text)]),
        };
    }

    public static string Without(HttpRequest request, string action, params string[] names) => With(request, action, names, []);

    public static string With(HttpRequest request, string action, string[] names, params (string Name, string Value)[] added)
    {
        var query = new QueryBuilder(request.Query.Where(part => !names.Contains(part.Key) && added.All(a => a.Name != part.Key) && part.Value.Any(v => !string.IsNullOrWhiteSpace(v)))
            .SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? "")));
        foreach (var (name, value) in added)
        {
            query.Add(name, value);
        }

        return action + query.ToQueryString();
    }
}
