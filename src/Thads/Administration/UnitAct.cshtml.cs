using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The forms of what may be done to a unit: add, change, end, succeed. What has consequences tells them and is asked once more.</summary>
[Needs(Permissions.Administer)]
public sealed class UnitActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] Acts = ["new", "change", "end", "succeed"];

    public string Act { get; private set; } = "";

    /// <summary>Code of the unit; empty where one is added.</summary>
    public string Code { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    /// <summary>The last period: what the form is filled with.</summary>
    public UnitPeriod? Last { get; private set; }

    public string? Parent { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public DateOnly Today => Work.Today;

    public bool MayBeRoot => Work.Person.MayEverywhere(Permissions.Administer);

    /// <summary>What would happen, once it was asked for.</summary>
    public IReadOnlyList<string> Consequences { get; private set; } = [];

    public string Heading => Said.Say($"admin.unit-{(Act == "new" ? "add" : Act)}");

    public string Title => Code.Length == 0 ? Heading : $"{Heading} – {Code}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, [FromRoute] string? act, [FromQuery] string? under, CancellationToken ct) => await LoadAsync(code, act ?? "new", under, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string? code, [FromRoute] string? act, [FromQuery] string? under, CancellationToken ct)
    {
        if (!await LoadAsync(code, act ?? "new", under, ct))
        {
            return NotFound();
        }

        Keep();
        return Act switch
        {
            "new" => await AddAsync(ct),
            "change" => await ChangeAsync(ct),
            "end" => await EndAsync(ct),
            _ => await SucceedAsync(ct),
        };
    }

    private async Task<IActionResult> AddAsync(CancellationToken ct)
    {
        var (kind, from, to) = (Choice<UnitKind>("Kind"), Day("From", required: false), Day("To", required: false));
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await AddUnit.RunAsync(new(Typed("Code"), Typed("Name"), kind, TypedOrNone("Parent"), from, to, ActKey), Work, ct);
        return Done(Typed("Code"));
    }

    private async Task<IActionResult> ChangeAsync(CancellationToken ct)
    {
        var (kind, from) = (Choice<UnitKind>("Kind"), Day("From"));
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await ChangeUnit.RunAsync(new(Code, from!.Value, Typed("Name"), kind, TypedOrNone("Parent"), TypedOrNone("Reason"), ActKey), Work, ct);
        return Done(Code);
    }

    private async Task<IActionResult> EndAsync(CancellationToken ct)
    {
        var last = Day("LastOn");
        NeedReason();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var tree = await UnitTree.OfAsync(Work, ct);
        var unit = tree.UnitOf(Code)!.Value;
        if (!IsSure)
        {
            RefusedException.ThrowIf(EndUnit.WhyNot(tree, unit, last!.Value));
            Consequences = [Said.Say("admin.end-will", Code, last.Value), .. await HeldAsync(tree, unit, "admin.end-holds", ct), .. Serving(tree, unit, last.Value)];
            return Page();
        }

        await EndUnit.RunAsync(new(Code, last!.Value, Typed("Reason"), ActKey), Work, ct);
        return Done(Code);
    }

    private async Task<IActionResult> SucceedAsync(CancellationToken ct)
    {
        var on = Day("On");
        NeedReason();
        if (TypedOrNone("To") is null)
        {
            Wrong("To", new Refusal("admin.needs-choice"));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var tree = await UnitTree.OfAsync(Work, ct);
        var input = new Succeed.Input(Code, Typed("To"), on!.Value, Typed("Ends") == "true", Typed("Reason"), ActKey);
        var (from, to) = (tree.UnitOf(Code)!.Value, tree.UnitOf(input.To) ?? throw new RefusedException(new Refusal("code.unknown", input.To, "units")));
        if (!IsSure)
        {
            var ends = Succeed.Ends(tree, input, from);
            RefusedException.ThrowIf(Succeed.WhyNot(tree, from, to, input.On) ?? (ends ? EndUnit.WhyNot(tree, from, input.On.AddDays(-1)) : null));
            Consequences =
            [
                Said.Say("admin.succeed-will", input.To, Code, input.On),
                .. await HeldAsync(tree, from, "admin.succeed-brings", ct),
                .. ends ? [Said.Say("admin.end-will", Code, input.On.AddDays(-1)), .. Serving(tree, from, input.On.AddDays(-1))] : Array.Empty<string>(),
                Said.Say("admin.succeed-nothing-moves"),
            ];
            return Page();
        }

        await Succeed.RunAsync(input, Work, ct);
        return Done(Code);
    }

    private void NeedReason()
    {
        if (TypedOrNone("Reason") is null)
        {
            Wrong("Reason", new Refusal("reason.missing"));
        }
    }

    private async Task<IEnumerable<string>> HeldAsync(UnitTree tree, int unit, string words, CancellationToken ct)
    {
        var scope = tree.ScopeOf(unit, Today).Where(u => Work.Person.MayIn(u, Permissions.Administer)).ToHashSet();
        var held = await CountHeld.RunAsync(scope, Work, ct);
        return [Said.Say(words, held.Open, held.Closed)];
    }

    private IEnumerable<string> Serving(UnitTree tree, int unit, DateOnly last) =>
        tree.Officers.Count(o => tree.Serves(o, unit, last.AddDays(1))) is > 0 and var serving ? [Said.Say("admin.end-serving", serving)] : [];

    private RedirectResult Done(string code) => Redirect($"/admin/units/{Uri.EscapeDataString(code)}?done=1");

    private async Task<bool> LoadAsync(string? code, string act, string? under, CancellationToken ct)
    {
        if (!Acts.Contains(act) || (act == "new") != (code is null))
        {
            return false;
        }

        (Act, Code, Parent) = (act, code ?? "", under);
        Units = await UnitsAsync(Permissions.Administer, ct);
        if (code is null)
        {
            return Units.Count > 0 || MayBeRoot;
        }

        var tree = await UnitTree.OfAsync(Work, ct);
        if (tree.UnitOf(code) is not { } unit || !Work.Person.MayIn(unit, Permissions.Administer))
        {
            return false;
        }

        Last = tree.PeriodOn(unit, Today) ?? tree.PeriodsOf(unit)[^1];
        (UnitName, Parent) = (Last.Name, Last.Parent is { } above ? tree.UnitCode(above) : null);
        Units = [.. Units.Where(choice => choice.Value != code)];
        return true;
    }
}
