using AngleSharp.Html.Dom;
using Thads.Law;
using Thads.Shared.Kit;

namespace Thads.Tests.Shared.Kit;

public sealed class FieldHelpersTests
{
    [Fact]
    public async Task A_field_is_tied_to_its_label_and_its_hint()
    {
        var page = await new Rendered().PageAsync<TextFieldHelper>(field => (field.Name, field.Label, field.Hint, field.Required, field.Value) = ("PaidBy", "Người nộp", "Họ và tên", true, "<b>"));

        var input = page.QuerySelector("input")!;
        Assert.Equal(input.Id, page.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Họ và tên", page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal(("PaidBy", "<b>", true), (input.GetAttribute("name"), input.GetAttribute("value"), input.HasAttribute("required")));
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_refused_field_keeps_what_was_typed_and_says_what_is_wrong_beside_it_and_in_the_summary()
    {
        var sent = new Rendered(method: "POST").Typed("Lines[0].Amount", "1,234", "Dùng dấu chấm: 1.234.");
        var page = await sent.PageAsync<MoneyFieldHelper>(field => (field.Name, field.Label, field.Value) = ("Lines[0].Amount", "Số tiền", new Money(5)));
        var summary = await sent.PageAsync<ErrorsHelper>(_ => { });

        var input = page.QuerySelector("input")!;
        Assert.Equal(("1,234", "true"), (input.GetAttribute("value"), input.GetAttribute("aria-invalid")));
        Assert.Contains("Dùng dấu chấm: 1.234.", page.GetElementById("f-lines-0-amount-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("f-lines-0-amount-error", input.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("", page.QuerySelector("output")!.TextContent);
        var link = summary.QuerySelector("#errors[role=alert][tabindex='-1'] a")!;
        Assert.Equal(("#" + input.Id, "Dùng dấu chấm: 1.234."), (link.GetAttribute("href"), link.TextContent));
        Assert.Contains("hãy sửa", summary.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_wrong_is_no_summary() => Assert.Empty((await new Rendered().PageAsync<ErrorsHelper>(_ => { })).Body!.Children);

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var page = await new Rendered(method: "POST").Typed("Password", "secret", "sai").PageAsync<TextFieldHelper>(
            field => (field.Name, field.Type, field.Autocomplete, field.Value) = ("Password", "password", "current-password", "secret"));

        Assert.Null(page.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("current-password", page.QuerySelector("input")!.GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task A_day_is_echoed_with_its_weekday_and_its_distance()
    {
        var page = await new Rendered().PageAsync<DateFieldHelper>(field => (field.Name, field.Label, field.Value) = ("On", "Ngày", new DateOnly(2026, 12, 1)));

        var input = (IHtmlInputElement)page.QuerySelector("#f-on")!;
        Assert.Equal(("01/12/2026", "text"), (input.Value, input.Type));
        Assert.Equal("Thứ Ba, 01/12/2026 · còn 8 ngày, 5 ngày làm việc", page.QuerySelector("output[for=f-on]")!.TextContent);
        Assert.Equal("/echo/day?of=On", input.GetAttribute("hx-get"));
        Assert.True(page.QuerySelector("button[data-pick=f-on]")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_day_typed_wrong_says_below_what_to_type_instead()
    {
        var page = await new Rendered("en").PageAsync<DateFieldHelper>(field => (field.Name, field.Label, field.Typed) = ("On", "Day", "11/23/2026"));

        Assert.Equal("The day comes before the month. Type 23/11/2026.", page.QuerySelector("output")!.TextContent);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task An_amount_is_echoed_with_dots_and_in_vietnamese_words(string language)
    {
        var page = await new Rendered(language).PageAsync<MoneyFieldHelper>(field => (field.Name, field.Label, field.Typed) = ("Amount", "Số tiền", "1,2ty"));

        Assert.Equal("1.200.000.000 đ – Một tỷ hai trăm triệu đồng", page.QuerySelector("output")!.TextContent);
    }

    [Fact]
    public async Task What_was_asked_for_and_is_not_in_the_list_stays_chosen()
    {
        Choice[] options = [new("a", "Một"), new("b", "Hai", Depth: 1, Count: 1234, Vietnamese: true)];
        var page = await new Rendered("en").PageAsync<ChoiceFieldHelper>(field => (field.Name, field.Label, field.Options, field.Value, field.None) = ("unit", "Unit", options, "zz", "All"));

        var select = (IHtmlSelectElement)page.QuerySelector("select#f-unit")!;
        Assert.Equal(["All", "Một", "\u2003Hai (1.234)", "zz"], select.Options.Select(option => option.Text));
        Assert.Equal("zz", select.Value);
        Assert.Equal("vi", select.Options[2].GetAttribute("lang"));
    }

    [Fact]
    public async Task Boxes_stand_in_a_fieldset_with_a_legend_and_several_may_be_ticked()
    {
        Choice[] options = [new("a", "Một"), new("b", "Hai"), new("c", "Ba")];
        var page = await new Rendered().PageAsync<ChoiceFieldHelper>(
            field => (field.Name, field.Label, field.Options, field.Values, field.As) = ("state", "Trạng thái", options, ["a", "c"], ChoiceLook.Check));

        Assert.Equal("Trạng thái", page.QuerySelector("fieldset#f-state > legend")!.TextContent);
        Assert.Equal(["a", "c"], page.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value")));
        Assert.All(page.QuerySelectorAll("input"), box => Assert.NotNull(box.Closest("label")));
    }

    [Fact]
    public async Task One_of_a_few_is_chosen_by_radio_buttons()
    {
        Choice[] options = [new("a", "Một"), new("b", "Hai")];
        var page = await new Rendered().Typed("kind", "b").PageAsync<ChoiceFieldHelper>(
            field => (field.Name, field.Label, field.Options, field.Value, field.As) = ("kind", "Loại", options, "a", ChoiceLook.Radio));

        Assert.Equal("b", page.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
    }
}
