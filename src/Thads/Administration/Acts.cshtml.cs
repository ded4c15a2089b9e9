using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>Who did what, when and why, as far as the person may see it; filtered, and taken out as a workbook or as CSV.</summary>
[Needs(Permissions.ReadActs)]
public sealed class ActsModel(Work work, PageText text) : PageModel
{
    private const string Path = "/admin/acts";
    private const int DaysShown = 30;

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string? By { get; private set; }

    public string? Kind { get; private set; }

    public string? Matter { get; private set; }

    public ReadActs.Result? Found { get; private set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public ListPage List { get; private set; } = new() { Action = Path, Counted = "" };

    public ActText Said { get; } = new(text);

    public async Task OnGetAsync(string? from, string? to, string? by, string? kind, string? matter, Guid? before, CancellationToken ct)
    {
        Read(from, to, by, kind, matter);
        Found = await ReadActs.RunAsync(new(From, To, By, Kind, Matter, before), work, ct);
        Kinds = [.. Found.Kinds.Select(k => new Choice(k, Said.Kind(k))).OrderBy(choice => choice.Text, StringComparer.Create(Words.Format, false))];
        List = Lists.Page(
            Request, Path, text.Say("admin.acts-counted", Found.Count, From, To), null, work, text,
            [.. Filters()]) with
        {
            First = before is null ? null : Lists.Without(Request, Path, "before"),
            Next = Found.HasMore ? Lists.With(Request, Path, [], ("before", Found.Lines[^1].Id.ToString())) : null,
            Workbook = Found.Count > 0 ? Lists.With(Request, Path, ["before"], ("handler", "workbook")) : null,
        };
    }

    public async Task<IActionResult> OnGetWorkbookAsync(string? from, string? to, string? by, string? kind, string? matter, CancellationToken ct) =>
        await TakeOutAsync(ActsFormat.Workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", from, to, by, kind, matter, ct);

    public async Task<IActionResult> OnGetCsvAsync(string? from, string? to, string? by, string? kind, string? matter, CancellationToken ct) =>
        await TakeOutAsync(ActsFormat.Csv, "text/csv; charset=utf-8", "csv", from, to, by, kind, matter, ct);

    /// <summary>The list as CSV, with its filters.</summary>
    public string Csv => Lists.With(Request, Path, ["before"], ("handler", "csv"));

    private async Task<IActionResult> TakeOutAsync(
        ActsFormat format, string type, string ending, string? from, string? to, string? by, string? kind, string? matter, CancellationToken ct)
    {
        Read(from, to, by, kind, matter);
        var filter = string.Join("; ", new[] { text.Say("admin.from-day-to-day", From, To) }.Concat(Filters().Where(f => f.Words is not null).Select(f => f.Words!)));
        var head = new[] { text.Say("admin.acts"), filter, text.Say("admin.taken-out", work.Person.FullName, PageText.Day(work.Today)) };
        var file = new FileStream(
            System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await ExportActs.RunAsync(new(new ReadActs.Query(From, To, By, Kind, Matter), format, head, Said.Columns, Said.Row) { Sheet = text.Say("nav.acts"), Page = text.Say("find.page") }, file, work, ct);
            file.Position = 0;
            return File(file, type, $"{text.Say("admin.acts-file")}-{PageText.Iso(From)}-{PageText.Iso(To)}.{ending}");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private IEnumerable<(string Name, string? Words)> Filters() =>
    [
        ("by", By is null ? null : text.Say("admin.chip-person", By)), ("kind", Kind is null ? null : Said.Kind(Kind)), ("matter", Matter is null ? null : text.Say("admin.chip-matter", Matter)),
    ];

    /// <exception cref="UnreadableException">A day cannot be read; it is said at its field.</exception>
    private void Read(string? from, string? to, string? by, string? kind, string? matter)
    {
        (By, Kind, Matter, From, To) = (Lists.Given(by), Lists.Given(kind), Lists.Given(matter), work.Today.AddDays(1 - DaysShown), work.Today);
        From = TypedDay.Read(from, "from", work) ?? From;
        To = TypedDay.Read(to, "to", work) ?? To;
    }
}
