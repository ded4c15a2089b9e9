using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Law.Calendar;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Fields;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>
/// A page with the form of an act: what was typed stays in it whatever the answer, and pressing twice, or going back and sending it again, acts once.
/// </summary>
public abstract class ActPage(Work work, PageText text) : PageModel
{
    private const string KeyField = "Key";
    private const string SureField = "Sure";
    private readonly string _fresh = Guid.NewGuid().ToString();

    protected Work Work => work;

    protected PageText Said => text;

    /// <summary>Goes along hidden in the form.</summary>
    public string Key => Request.HasFormContentType && Request.Form[KeyField].ToString() is { Length: > 0 } sent ? sent : _fresh;

    /// <summary>The person has seen what will happen, and presses again.</summary>
    protected bool IsSure => Typed(SureField) == "true";

    /// <summary>The key of this form with these contents: the same contents again are the same act, other contents are another.</summary>
    protected string ActKey
    {
        get
        {
            var contents = Request.Form.Where(f => f.Key is not (KeyField or SureField) && !f.Key.StartsWith("__", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', contents.Select(f => $"{f.Key}={f.Value}"))));
            return $"{Key}.{Convert.ToHexStringLower(hash)[..16]}";
        }
    }

    /// <summary>All that was typed, to be sent on by a page that asks once more.</summary>
    public IEnumerable<(string Name, string Value)> Sent =>
        Request.HasFormContentType ? Request.Form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && f.Key != SureField).Select(f => (f.Key, f.Value.ToString())) : [];

    public string Typed(string name) => Request.HasFormContentType ? Request.Form[name].ToString().Trim() : "";

    public string? TypedOrNone(string name) => Typed(name) is { Length: > 0 } typed ? typed : null;

    /// <summary>Keeps what was typed in its fields; called before anything that may be refused.</summary>
    protected void Keep()
    {
        foreach (var (name, value) in Sent)
        {
            ModelState.SetModelValue(name, value, value);
            ModelState.MarkFieldSkipped(name);
        }
    }

    /// <summary>A day from a field; what is wrong with it is said at the field.</summary>
    protected DateOnly? Day(string name, bool required = true)
    {
        if (DayText.Read(Typed(name), work.Today, WorkingCalendar.OfVietNam, out var day) is { } why)
        {
            Wrong(name, why);
        }
        else if (day is null && required)
        {
            Wrong(name, new Refusal("admin.needs-day"));
        }

        return day;
    }

    /// <summary>One of a list from a field.</summary>
    protected T Choice<T>(string name)
        where T : struct, Enum
    {
        if (!Codes.TryRead<T>(Typed(name), out var value))
        {
            Wrong(name, new Refusal("admin.needs-choice"));
        }

        return value;
    }

    protected void Wrong(string name, Refusal why) => ModelState.AddModelError(name, why.In(text.Language));

    /// <summary>The form again, with what is wrong in it.</summary>
    protected PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The units the person has the right over, as choices: the tree of today, then those that are over or to come.</summary>
    public async Task<IReadOnlyList<Choice>> UnitsAsync(Permissions right, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        return [.. TreeRows.Of(tree, work.Today, unit => work.Person.MayIn(unit, right)).Select(row => new Choice(tree.UnitCode(row.Unit), $"{tree.UnitName(row.Unit, work.Today)} ({tree.UnitCode(row.Unit)})", row.Depth, null, true))];
    }

    public static IReadOnlyList<Choice> All<T>(PageText text)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(Codes.CodeOf(value), text.Of(value)))];

    public static string Moment(DateTime utc) => OfficeClock.OnTheWall(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
