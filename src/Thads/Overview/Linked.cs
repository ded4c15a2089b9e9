using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Html;
using Thads.Http;

namespace Thads.Overview;

/// <summary>Part of a sentence that may be a link.</summary>
/// <param name="Vi">A name: Vietnamese on English pages too.</param>
public sealed record Linked(string Text, string? To = null, bool Vi = false)
{
    public static Linked Number(long number, string to) => new(PageText.Number(number), to);

    /// <summary>A sentence of the words files with links in its places {0}, {1}…</summary>
    public static IHtmlContent Say(PageText text, string code, params Linked[] places) => new HtmlString(
        string.Format(CultureInfo.InvariantCulture, WebUtility.HtmlEncode(text.Say(code)), [.. places.Select(place => place.Html)]));

    /// <summary>"name number, name number", each number a link.</summary>
    public static IHtmlContent Join(IEnumerable<(string Name, Linked Number)> parts) =>
        new HtmlString(string.Join(", ", parts.Select(part => $"{WebUtility.HtmlEncode(part.Name)} {part.Number.Html}")));

    private string Html
    {
        get
        {
            var said = WebUtility.HtmlEncode(Text);
            said = Vi ? $"<span lang=\"vi\">{said}</span>" : said;
            return To is null ? $"<strong>{said}</strong>" : $"<a href=\"{WebUtility.HtmlEncode(To)}\">{said}</a>";
        }
    }
}
