using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;

namespace Thads.Http;

/// <summary>How a page speaks to the one who asked for it: language by `?lang=`, kept in a cookie; numbers and days the Vietnamese way.</summary>
public sealed class PageText
{
    private const string Name = "lang";
    private readonly PathString _path;
    private readonly IReadOnlyDictionary<string, StringValues> _query;

    public PageText(IHttpContextAccessor accessor)
    {
        var context = accessor.HttpContext!;
        var instead = context.Features.Get<IStatusCodeReExecuteFeature>();
        _path = instead is not null ? instead.OriginalPath : context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;
        _query = (instead is null ? context.Request.Query.ToDictionary() : QueryHelpers.ParseQuery(instead.OriginalQueryString))!;
        var asked = Named(_query.GetValueOrDefault(Name));
        Language = asked ?? Named(context.Request.Cookies[Name]) ?? Language.Vietnamese;
        if (asked is not null && !context.Response.HasStarted)
        {
            context.Response.Cookies.Append(
                Name, Code, new CookieOptions { SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/" });
        }
    }

    public Language Language { get; }

    /// <summary>"vi" or "en".</summary>
    public string Code => Language == Language.English ? "en" : "vi";

    public bool IsEnglish => Language == Language.English;

    public string Say(string code, params object[] arguments) => Words.Say(Language, code, arguments);

    public string Of<T>(T value)
        where T : struct, Enum => Words.Say(Language, $"{typeof(T).Name}.{Codes.CodeOf(value)}");

    /// <summary>Months of a statistical year, with their first and last day.</summary>
    public string Period(int year, int months) =>
        Say("page.period", months, Year(year), new StatisticalYear(year).Start, new StatisticalYear(year).EndOfMonth(months));

    public static string Number(long value) => value.ToString("N0", Words.Format);

    /// <summary>+1.234 or −1.234: what a move adds or takes away.</summary>
    public static string WithSign(long value) => value < 0 ? "−" + Number(-value) : "+" + Number(value);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string DayOrDash(DateOnly? day) => day is { } known ? Day(known) : "–";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Minute and day of a moment (UTC) on the office's wall: 14:05 23/11/2026.</summary>
    public static string Moment(DateTime at) => TimeZoneInfo.ConvertTimeFromUtc(at, OfficeClock.Zone).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>First letter as a capital: for words of the words files that begin a line here.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Words.Format) + text[1..];

    /// <summary>The page that was asked for, in the other language.</summary>
    public string InOtherLanguage()
    {
        var query = new QueryBuilder(_query.Where(part => part.Key != Name).SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? "")))
        {
            { Name, IsEnglish ? "vi" : "en" },
        };
        return _path + query.ToQueryString();
    }

    private static Language? Named(string? code) => code switch
    {
        "vi" => Language.Vietnamese,
        "en" => Language.English,
        _ => null,
    };
}
