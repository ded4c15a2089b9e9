using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;

namespace Thads.Shared.Kit;

/// <summary>What happened, in the order the page gives it; a day is written once for all that happened on it. Holds <c>&lt;t-event&gt;</c>.</summary>
[HtmlTargetElement("t-timeline")]
public sealed class TimelineHelper : TagHelper
{
    public override void Init(TagHelperContext context) => context.Items[typeof(TimelineHelper)] = new Days();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "timeline");
    }

    internal sealed class Days
    {
        public DateOnly? Last { get; set; }
    }
}

/// <summary>
/// One thing that happened: <c>&lt;t-event on title at void&gt;sentences or links&lt;/t-event&gt;</c>. A time of day is written only where it is
/// known: nothing ever happened "at 00:00" for want of a better answer.
/// </summary>
[HtmlTargetElement("t-event")]
public sealed class EventHelper(PageText text) : TagHelper
{
    public DateOnly On { get; set; }

    public TimeOnly? At { get; set; }

    public string Title { get; set; } = "";

    /// <summary>Taken back since.</summary>
    public bool Void { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var days = (TimelineHelper.Days)context.Items[typeof(TimelineHelper)];
        var inner = await output.GetChildContentAsync();
        var isSameDay = days.Last == On;
        days.Last = On;
        output.TagName = "li";
        var classes = string.Join(' ', new[] { isSameDay ? "same" : null, Void ? "void" : null }.OfType<string>());
        if (classes.Length > 0)
        {
            output.Attributes.SetAttribute("class", classes);
        }

        var time = At is { } at ? " " + at.ToString("HH:mm", CultureInfo.InvariantCulture) : "";
        output.Content.Put(
            "<time datetime=\"{0}\">{1}{2}</time><div><strong>{3}</strong>{4} {5}</div>", PageText.Iso(On), PageText.Day(On), time, Title,
            Void ? new Microsoft.AspNetCore.Html.HtmlString($" <em>{System.Net.WebUtility.HtmlEncode(text.Say("kit.void"))}</em>") : Microsoft.AspNetCore.Html.HtmlString.Empty, inner);
    }
}
