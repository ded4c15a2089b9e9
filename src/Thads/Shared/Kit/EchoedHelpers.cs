using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;

namespace Thads.Shared.Kit;

/// <summary>A field whose text is read by a parser of ours; under it stands what was understood, also while typing where scripts run.</summary>
public abstract class EchoedField(PageText text) : FieldBase(text)
{
    /// <summary>What was typed, right or wrong, where it is not in <c>ModelState</c>.</summary>
    public string? Typed { get; set; }

    /// <summary>Whether what was understood is said again below.</summary>
    public bool Echo { get; set; } = true;

    public int Size { get; set; } = 12;

    /// <summary>Of the address that echoes: /echo/{kind}.</summary>
    protected abstract string Kind { get; }

    /// <summary>The value as the field shows it, where nothing was typed.</summary>
    protected abstract string? Shown { get; }

    protected abstract string? Echoed(string? typed);

    protected virtual void Beside(TagHelperContent content)
    {
    }

    protected override void Control(TagHelperContent content, TagHelperContent inner, IReadOnlyList<string> errors)
    {
        var typed = KitText.TypedIn(View, Name) ?? Typed ?? Shown;
        var control = Shared("input", errors, Echo);
        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes["type"] = "text";
        control.Attributes["autocomplete"] = "off";
        control.Attributes["size"] = Size.ToString(Office.Words.Format);
        control.Attributes["value"] = typed ?? "";
        if (Echo)
        {
            KitText.AskForHtmx(View);
            control.Attributes["hx-get"] = $"/echo/{Kind}?of={Uri.EscapeDataString(Name)}";
            control.Attributes["hx-trigger"] = "input changed delay:300ms";
            control.Attributes["hx-target"] = $"#{Id}-echo";
            control.Attributes["hx-swap"] = "innerHTML";
        }

        content.AppendHtml("<div class=\"line-up\">").AppendHtml(control);
        Beside(content);
        content.AppendHtml("</div>");
        if (Echo)
        {
            content.Put("<output class=\"echo\" id=\"{0}-echo\" for=\"{0}\">{1}</output>", Id, errors.Count > 0 ? "" : Echoed(typed) ?? "");
        }
    }
}

/// <summary>A day: <c>&lt;t-date name label value hint required /&gt;</c>. One text field; a button opens the browser's own calendar where scripts run.</summary>
[HtmlTargetElement("t-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldHelper(PageText text, Work work) : EchoedField(text)
{
    public DateOnly? Value { get; set; }

    protected override string Kind => "day";

    protected override string? Shown => Value is { } day ? PageText.Day(day) : null;

    protected override string? Echoed(string? typed) => EchoModel.OfDay(typed, work.Today, Text);

    protected override void Beside(TagHelperContent content) => content.Put(
        "<button type=\"button\" class=\"quiet pick\" data-pick=\"{0}\" hidden><svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\"><rect x=\"1.5\" y=\"2.5\" width=\"13\" height=\"12\" rx=\"1.5\" /><path d=\"M1.5 6.5h13M5 1v3M11 1v3M4.5 9.5h2M9.5 9.5h2M4.5 12h2\" /></svg><span class=\"hidden\">{1}</span></button><input type=\"date\" class=\"picker\" tabindex=\"-1\" aria-hidden=\"true\" hidden>",
        Id, Text.Say("kit.pick-day", Label));
}

/// <summary>An amount of đồng: <c>&lt;t-money name label value hint required /&gt;</c>, echoed with dots and in words.</summary>
[HtmlTargetElement("t-money", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyFieldHelper(PageText text) : EchoedField(text)
{
    public Money? Value { get; set; }

    protected override string Kind => "money";

    protected override string? Shown => Value is { } amount ? PageText.Number(amount.Units) : null;

    protected override string? Echoed(string? typed) => EchoModel.OfMoney(typed, Text);

    protected override void Beside(TagHelperContent content) => content.AppendHtml("<span class=\"unit\" lang=\"vi\" aria-hidden=\"true\">đ</span>");
}
