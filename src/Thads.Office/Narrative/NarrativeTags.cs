using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>Every tag a template of a report may have, with what it means and a sample of what goes there.</summary>
public static class NarrativeTags
{
    public const string Recipients = "recipients";

    public const string ByHand = "by_hand";

    /// <summary>Without these a report would hide from when its numbers are, and which of them were typed.</summary>
    private static readonly string[] Required = ["cau:source", "cau:by_hand"];

    private static readonly string[] Prefixes = ["", "before.", "now.before.", "change.", "percent."];

    private static readonly string[] WordTags =
    [
        "unit", "year", "last_year", "next_year", "period", "first", "last", "known", "act", "circular", "co-quan", "co-quan-cap-tren", "noi-gui", "dia-danh-ngay", "ky-hieu", "chuc-vu", "nguoi-ky", "trich-yeu",
    ];

    /// <param name="report">Whose numbers serve as samples.</param>
    public static IReadOnlyList<KnownTag> Of(NarrativeReport report)
    {
        var book = report.Book;
        return
        [
            .. WordTags.Select(name => Known(PlaceKind.Word, name, Words.Say(Language.Vietnamese, $"narrative.word.{name}"), book.Texts.GetValueOrDefault(name))),
            .. Outline.One.Sentences.Keys.Append(Recipients).Where(name => !name.StartsWith("news", StringComparison.Ordinal)).Select(name => Known(
                PlaceKind.Sentences, name, Outline.One.Meanings.GetValueOrDefault(name) ?? Words.Say(Language.Vietnamese, "narrative.tag-sentences", Titled(name)),
                report.Say(new TemplateTag(PlaceKind.Sentences, name)) is [var said, ..] ? said.Text : null)),
            .. Outline.One.Texts.Select(text => Known(PlaceKind.Text, text.Key, text.Value, $"[{text.Value}]")),
            .. Grids.Select(grid => Known(PlaceKind.Table, grid.Name, grid.Title, book.Grids.GetValueOrDefault(grid.Name)?.Title)),
            .. Grids.Select(grid => Known(PlaceKind.Repeated, grid.Name, Words.Say(Language.Vietnamese, "narrative.tag-repeated", grid.Title), null)),
            .. Grids.SelectMany(grid => grid.Columns).Distinct().Select(name => Known(PlaceKind.Column, name, Words.Say(Language.Vietnamese, "narrative.tag-column"), null)),
            .. Charts.Select(chart => Known(PlaceKind.Chart, chart.Name, chart.Title, book.Charts.GetValueOrDefault(chart.Name)?.Title)),
            .. Outline.One.Sections.Select(section => Known(PlaceKind.Part, section.Code, Words.Say(Language.Vietnamese, "narrative.tag-part", section.Title ?? "–"), null)),
            .. book.Facts.Select(fact => Known(PlaceKind.Number, fact.Key, fact.Title, fact.Text)),
            .. Keys().Distinct().Where(key => book[key] is null).Select(key => Known(PlaceKind.Number, key, Words.Say(Language.Vietnamese, "narrative.tag-not-now"), "–")),
        ];
    }

    /// <summary>Numbers a report may have, whether or not this unit had them last year: a template may name them all.</summary>
    private static IEnumerable<string> Keys()
    {
        var cells = MeasureFacts.Cells.Select(cell => cell.Cell).Append("rate").ToList();
        foreach (var of in Codes.All<Docket.Measure>())
        {
            foreach (var key in Prefixes.SelectMany(prefix => cells, (prefix, cell) => prefix + cell)
                .Concat(["target", "target.year", "margin", "next.target", "total_with_separate", "share_enforceable", "now.change.rate"]))
            {
                yield return $"{of}.{key}";
            }
        }

        foreach (var key in Outline.One.Sentences.Values.SelectMany(sentences => sentences).SelectMany(sentence => Sentences.Names(sentence.Text)).Where(name => !name.StartsWith('#')))
        {
            yield return key;
        }
    }

    /// <summary>Tables, with the names of their columns for rows that are repeated.</summary>
    private static readonly (string Name, string Title, string[] Columns)[] Grids =
    [
        ("matters", "Kết quả về việc", ["what", "before", "now", "change", "percent"]), ("money", "Kết quả về tiền", ["what", "before", "now", "change", "percent"]),
        ("types", "Kết quả theo loại bản án, quyết định", ["kind", "total", "enforceable", "settled", "rate", "money", "money_settled", "money_rate"]),
        ("units", "Kết quả của các đơn vị trực thuộc", ["unit", "total", "enforceable", "settled", "rate", "money", "money_settled", "money_rate"]),
        ("officers", "Kết quả của từng chấp hành viên", ["officer", "total", "enforceable", "settled", "rate", "money", "money_settled", "money_rate"]),
        ("manners", "Thi hành xong theo cách thức", ["manner", "matters", "share", "money"]), ("communes", "Thi hành xong theo xã, phường, thị trấn", ["commune", "matters", "amiable", "share", "money"]),
        ("banks", "Án tín dụng, ngân hàng theo từng tổ chức", ["bank", "total", "enforceable", "settled", "rate", "money", "money_settled", "money_rate"]),
        ("requests", "Yêu cầu phối hợp theo loại cơ quan", ["kind", "asked", "in_time", "late", "overdue"]),
        ("committee", "Kết luận của Ban chỉ đạo và tình hình thực hiện", ["so", "noi-dung", "giao", "han", "tinh-trang"]),
        ("commendations", "Khen thưởng theo cơ quan quyết định", ["body", "occasion", "titles", "certificates", "collectives", "persons", "outside"]),
        ("programme_next", "Nhiệm vụ năm sau theo đề mục", ["heading", "task", "owner", "due"]),
        ("campaign", "Kết quả đợt cao điểm theo chấp hành viên", ["officer", "list", "goal", "settled", "money"]),
        ("docket_years", "Việc chuyển kỳ sau theo năm thụ lý", ["year", "matters", "left", "separate"]), ("sources", "Nguồn của các số liệu", ["title", "value", "source"]),
    ];

    private static readonly (string Name, string Title)[] Charts =
    [
        ("course", "Tỷ lệ về việc theo tháng"), ("course_money", "Tỷ lệ về tiền theo tháng"), ("manners", "Thi hành xong theo cách thức"),
    ];

    private static KnownTag Known(PlaceKind kind, string name, string meaning, string? sample)
    {
        var tag = new TemplateTag(kind, name);
        return new KnownTag(tag, meaning, sample ?? meaning, Required.Contains(tag.Written));
    }

    private static string Titled(string name) => Outline.One.Sections.FirstOrDefault(section => section.Body.Any(tag => tag.Kind == PlaceKind.Sentences && tag.Name == name))?.Title ?? name;
}
