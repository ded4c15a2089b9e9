using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.People;
using Thads.Office.Ranking;
using Thads.Office.Reports;
using Thads.Office.Units;

namespace Thads.Office.Narrative;

/// <summary>The words of a report that are no numbers: who reports, of which period, from which cut-off, who signs.</summary>
internal static class NarrativeWords
{
    /// <summary>Since then the country has provincial agencies and regional rooms.</summary>
    private static readonly DateOnly Rooms = new(2025, 7, 1);

    /// <summary>The cells that must agree before a report says that it agrees with what was sent.</summary>
    private static readonly string[] Main = ["total", "enforceable", "settled", "rate", "separate"];

    private static readonly string[] Places = ["thành phố ", "thị xã ", "huyện ", "quận ", "tỉnh "];

    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, UnitFigures now, UnitFigures? before, bool isSample, Work work, CancellationToken ct)
    {
        var (tree, day) = (scope.Tree, scope.End);
        var name = Full(tree.UnitName(scope.Unit, day));
        var period = tree.PeriodOn(scope.Unit, day);
        var texts = book.Texts;
        texts["unit"] = name;
        texts["year"] = Year(query.Year);
        texts["last_year"] = Year(query.Year - 1);
        texts["next_year"] = Year(query.Year + 1);
        texts["then"] = query.Months == StatisticalYear.Months ? $"năm {Year(query.Year - 1)}" : $"cùng kỳ năm {Year(query.Year - 1)}";
        texts["period"] = query.Months == StatisticalYear.Months ? $"năm {Year(query.Year)}" : $"{Year(query.Months)} tháng năm {Year(query.Year)}";
        texts["first"] = StockFacts.Day(scope.Year.Start);
        texts["last"] = StockFacts.Day(day);
        texts["known"] = StockFacts.Day(query.KnownOn ?? work.Today);
        texts["act"] = now.LastAct.ToString("N0", Words.Format);
        texts["circular"] = now.Set.Circular;
        if (before is not null && before.Set.Regime != now.Set.Regime)
        {
            texts["circular_before"] = before.Set.Circular;
        }

        if (isSample)
        {
            texts["made_up"] = Words.Say(Language.Vietnamese, "narrative.made-up");
        }

        Put(texts, "reported", now.Below.Where(unit => unit.IsReported).Select(unit => unit.Name));
        Put(texts, "missing", now.Missing.Select(code => tree.UnitName(tree.UnitOf(code)!.Value, day)));
        await SentAsync(texts, query, now, work, ct);
        await RecognisedAsync(texts, query, now.LastAct, work, ct);
        texts["co-quan"] = name.ToUpper(Words.Format);
        texts["co-quan-cap-tren"] = period?.Parent is { } parent ? Full(tree.UnitName(parent, day)).ToUpper(Words.Format) : "BỘ TƯ PHÁP";
        texts["noi-gui"] = period?.Parent is { } above ? Full(tree.UnitName(above, day)) : "Bộ Tư pháp";
        texts["dia-danh-ngay"] = $"{Place(name)}, ngày … tháng … năm {Year(work.Today.Year)}";
        (texts["ky-hieu"], texts["chuc-vu"]) = Signs(period?.Kind ?? UnitKind.District, work.Today);
        texts["nguoi-ky"] = await SignerAsync(scope.Unit, work, ct) ?? " ";
        texts["trich-yeu"] = query.Kind == NarrativeKind.Yearly
            ? $"Tổng kết công tác thi hành án dân sự năm {Year(query.Year)}, phương hướng, nhiệm vụ công tác năm {Year(query.Year + 1)}"
            : $"Kết quả công tác thi hành án dân sự {texts["period"]}";
    }

    /// <summary>The report of figures that was sent, and whether the main numbers are the same as in it.</summary>
    private static async Task SentAsync(Dictionary<string, string> texts, NarrativeQuery query, UnitFigures now, Work work, CancellationToken ct)
    {
        if (await ReadReports.LastSentAsync(query.Unit, null, query.Year, query.Months, work, ct) is not { Sending: { } sending } version)
        {
            return;
        }

        var same = Main.All(cell =>
            version.Form("04")[$"unit:{query.Unit}", cell] == now.Cell(now.Whole, Measure.Matters, cell) && version.Form("05")[$"unit:{query.Unit}", cell] == now.Cell(now.Whole, Measure.Money, cell));
        var supplementary = sending.Version == 1 ? "" : $", bản bổ sung lần {Year(sending.Version - 1)}";
        texts[same ? "version" : "other_version"] = $"báo cáo số liệu số {sending.Number} gửi ngày {StockFacts.Day(sending.SentOn)}{supplementary} (mã {version.ShortHash})";
    }

    private static async Task RecognisedAsync(Dictionary<string, string> texts, NarrativeQuery query, long act, Work work, CancellationToken ct)
    {
        if (query.Months != StatisticalYear.Months || await ReadRecognition.OfAsync(query.Unit, query.Year, work, ct, act) is not { } decided || (decided.PlaceText ?? decided.Level?.Vi) is null)
        {
            return;
        }

        texts["recognised_by"] = $"Quyết định số {decided.Decision} ngày {StockFacts.Day(decided.DecidedOn)} của {Full(decided.DecidedBy)}";
        foreach (var (key, word) in new[] { ("rank", decided.PlaceText), ("recognition", decided.Level?.Vi), ("grade", decided.Grade) })
        {
            if (word is not null)
            {
                texts[key] = word;
            }
        }
    }

    private static void Put(Dictionary<string, string> texts, string key, IEnumerable<string> names)
    {
        if (string.Join(", ", names) is { Length: > 0 } said)
        {
            texts[key] = said;
        }
    }

    /// <summary>Official documents do not shorten the name of the agency.</summary>
    private static string Full(string name) => name.Replace("THADS", "Thi hành án dân sự", StringComparison.Ordinal);

    /// <summary>The name of the place as the line of place and day has it: that of the district or province, without the word for it.</summary>
    private static string Place(string name)
    {
        var at = name.IndexOf("dân sự ", StringComparison.OrdinalIgnoreCase);
        var place = at < 0 ? "…………" : name[(at + "dân sự ".Length)..];
        return Places.Where(word => place.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(word => place[word.Length..]).FirstOrDefault(place);
    }

    private static (string Symbol, string Title) Signs(UnitKind kind, DateOnly today) => kind switch
    {
        UnitKind.Central when today >= Rooms => ("BC-CQLTHADS", "CỤC TRƯỞNG"),
        UnitKind.Central => ("BC-TCTHADS", "TỔNG CỤC TRƯỞNG"),
        UnitKind.Province when today >= Rooms => ("BC-THADS", "THỦ TRƯỞNG"),
        UnitKind.Province => ("BC-CTHADS", "CỤC TRƯỞNG"),
        UnitKind.District => ("BC-CCTHADS", "CHI CỤC TRƯỞNG"),
        UnitKind.Room => ("BC-PTHADSKV", "TRƯỞNG PHÒNG"),
    };

    /// <summary>The head of the unit, where there is exactly one; a blank to be filled in otherwise.</summary>
    private static async Task<string?> SignerAsync(int unit, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var heads = (await RolesGiven.ListAsync(connection, ct)).Where(role => role.Role == Role.Head && role.Unit == unit && role.HoldsOn(work.Today)).Select(role => role.Account).Distinct().ToList();
        return heads.Count == 1 ? (await Accounts.ListAsync(connection, ct)).FirstOrDefault(account => account.Id == heads[0])?.FullName : null;
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
