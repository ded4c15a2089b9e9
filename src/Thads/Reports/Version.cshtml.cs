using System.Text;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures.Checks;
using Thads.Office.People;
using Thads.Office.Reports;

namespace Thads.Reports;

/// <summary>
/// One version of a report: what was closed, what changed against the version before and why, and the way to send it. Nothing of it is computed anew.
/// </summary>
[Needs(Permissions.ReadFigures)]
public sealed class ReportVersionModel(Work work, PageText text) : ActPage(work, text)
{
    private const string Whole = "all";

    /// <summary>Null while there is none to show.</summary>
    public ReportVersion? Report { get; private set; }

    public ReportHead? Head { get; private set; }

    /// <summary>The version sent before this one; null = this is the first.</summary>
    public ReportVersion? Before { get; private set; }

    public IReadOnlyList<CellChange> Changes { get; private set; } = [];

    public IReadOnlyList<ChangeGroup> Groups { get; private set; } = [];

    public IReadOnlyDictionary<CellName, ReportReason> Reasons { get; private set; } = new Dictionary<CellName, ReportReason>();

    /// <summary>K01 to K18 over all its forms.</summary>
    public ChecksShown? Checks { get; private set; }

    public ReportDeadline? Deadline { get; private set; }

    public int? LateDays { get; private set; }

    /// <summary>What stands in the way of sending it; null = nothing, or it is sent.</summary>
    public Refusal? WhyNotSend { get; private set; }

    public bool MayDraw { get; private set; }

    public bool MaySend { get; private set; }

    /// <summary>By which the person would sign; null as the head.</summary>
    public SigningGiven? Delegation { get; private set; }

    public bool MayConfirm { get; private set; }

    /// <summary>It is the last one sent, and the figures are others today.</summary>
    public bool IsChangedSince { get; private set; }

    public string SignerRole { get; private set; } = "";

    public string Signer => Work.Person.FullName;

    public DateOnly Today => Work.Today;

    /// <summary>The number, day and signature stand, and the person has still to say that they are sure.</summary>
    public bool AsksIfSure { get; private set; }

    /// <summary>"01" and so on, or "all".</summary>
    public string Shown { get; private set; } = "01";

    public IReadOnlyList<ReportGrid> Grids { get; private set; } = [];

    public string MadeBy => Said.Say("matters.made-by", Report!.UnitName, Work.Person.FullName, PageText.Moment(Work.Now));

    public async Task<IActionResult> OnGetAsync(long id, string? form, CancellationToken ct)
    {
        await LoadAsync(id, form, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetSheetAsync(long id, string? form, [FromServices] OfficeWeb.Shown shown, CancellationToken ct)
    {
        var version = await ReadReports.ByIdAsync(id, Work, ct);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            WriteReport.Sheet(version, form ?? "01", file, Work, null, shown.IsSample ? Words.Say(Language.Vietnamese, "page.sheet-made-up") : null);
            return File(
                await System.IO.File.ReadAllBytesAsync(file, ct), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                $"bieu-{form ?? "01"}-{PageText.Year(version.Year)}-{version.Months}-{version.ShortHash}.xlsx");
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    /// <summary>The very text that is hashed.</summary>
    public async Task<IActionResult> OnGetContentAsync(long id, CancellationToken ct)
    {
        var version = await ReadReports.HeadAsync(id, Work, ct);
        return File(Encoding.UTF8.GetBytes(await ReadReports.ContentAsync(id, Work, ct)), "application/json", $"bao-cao-{PageText.Year(version.Address.Year)}-{version.Address.Months}-{version.ShortHash}.json");
    }

    public async Task<IActionResult> OnPostReasonAsync(long id, CancellationToken ct)
    {
        await LoadAsync(id, null, ct);
        Keep();
        var cells = Request.Form["Cell"].Select(name => CellName.Parse(name ?? "")).OfType<CellName>().ToList();
        await GiveReason.RunAsync(new(id, cells, Typed("Reason"), ActKey), Work, ct);
        return Redirect(ReportsAddress.Of(id) + "?done=reason#changes");
    }

    public async Task<IActionResult> OnPostSendAsync(long id, CancellationToken ct)
    {
        await LoadAsync(id, null, ct);
        Keep();
        var input = new SendReport.Input(id, Typed("Number"), Day("SentOn"), Typed("Signer"), Typed("SignerRole"), ActKey);
        if (ModelState.IsValid && (WhyNotSend ?? SendReport.WhyNot(input, Head!, await BeforeAsync(ct), input.SentOn!.Value, Today)) is { } why)
        {
            Wrong("", why);
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!IsSure)
        {
            AsksIfSure = true;
            return Page();
        }

        await SendReport.RunAsync(input, Work, ct);
        return Redirect(ReportsAddress.Of(id) + "?done=sent");
    }

    public async Task<IActionResult> OnPostConfirmAsync(long id, CancellationToken ct)
    {
        await LoadAsync(id, null, ct);
        await ConfirmReport.RunAsync(new(id, IdempotencyKey: ActKey), Work, ct);
        return Redirect(ReportsAddress.Of(id) + "?done=confirmed");
    }

    private async Task<ReportHead?> BeforeAsync(CancellationToken ct) => (await ReadReports.OfAsync(Head!.Address, Work, ct)).LastOrDefault(head => head.Sending is not null && head.Id < Head.Id);

    private async Task LoadAsync(long id, string? form, CancellationToken ct)
    {
        var head = await ReadReports.HeadAsync(id, Work, ct);
        var place = await ReportPlace.ResolveAsync(head.Address, Work, ct);
        var version = await ReadReports.WholeAsync(head, Work, ct);
        (Head, Report) = (head, version);
        Shown = form == Whole || version.Forms.Any(f => f.Form == form) ? form! : version.Forms[0].Form;
        Reasons = await ReportReasons.OfAsync(id, Work, ct);
        if (!head.IsSuperseded && await BeforeAsync(ct) is { } before)
        {
            Before = await ReadReports.WholeAsync(before, Work, ct);
            Changes = (await CompareVersions.RunAsync(Before, version, Work, ct)).Cells;
            Groups = ChangeGroup.Of(Changes);
        }

        var changed = Changes.Select(change => change.Name).ToHashSet();
        Grids = [.. version.Forms.Where(f => Shown == Whole || f.Form == Shown).Select(f => new ReportGrid(version, f, changed))];
        Checks = new ChecksShown(await ReadChecks.OfAsync(version, Work, ct), version.Regime, cell => ReportsAddress.Cell(id, new(cell.Form, cell.Row, cell.Cell)));
        var level = place.Officer != 0 ? ReportLevel.Officer : place.Tree.PeriodOn(place.Unit, head.Address.End) is { } period ? ReportLimit.LevelOf(period.Kind) : ReportLevel.Unit;
        Deadline = ReportDeadline.TryOf(head.Regime, level, head.Address.End);
        LateDays = head.Sending is { Version: 1 } first ? Deadline?.LateOn(first.SentOn) : 0;
        MayDraw = place.MayDraw(Work.Person);
        MaySend = await ReportSigning.MaySendAsync(place, Work, ct);
        Delegation = await ReportSigning.DelegationAsync(place, Work, ct);
        SignerRole = await ReportSigning.RoleAsync(place, Work, ct);
        MayConfirm = ConfirmReport.WhyNot(head) is null && await ReportSigning.MaySignAsync(place, Work, ct);
        WhyNotSend = head.Sending is not null ? null : SendReport.WhyNotSend(head, version.IsIntact, Before is null ? null : changed, Reasons.ContainsKey, Checks.Checks);
        IsChangedSince = head.Sending is not null && (await ReadReports.OfAsync(head.Address, Work, ct)).Last(h => h.Sending is not null).Id == id && await ChangedSince.RunAsync(head, Work, ct) == true;
    }
}
