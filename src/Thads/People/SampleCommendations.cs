using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Partners;

namespace Thads.People;

/// <summary>
/// The commendations of the story: four emulation titles and six certificates from the province's agency; from the district's administration ten collectives and twenty persons for the campaign, ten
/// collectives and twenty-one persons for the year. Names are made up. All were handed out at the conference.
/// </summary>
internal static class SampleCommendations
{
    private const string Unit = FoundingDistrict.Unit;
    private const int Year = FoundingDistrict.Year;
    private const string Province = "Cục trưởng Cục Thi hành án dân sự tỉnh Ví Dụ";
    private const string District = "Chủ tịch Ủy ban nhân dân huyện Mẫu Năm";
    private const string Campaign = "Đợt cao điểm tháng 6 – 8/2020";

    private static readonly string[] Given = ["An", "Bình", "Châu", "Dũng", "Đào", "Giang", "Hà", "Hiếu", "Khoa", "Lan", "Minh", "Nga", "Oanh", "Phúc", "Quân", "Sang", "Tâm", "Uyên", "Vinh", "Yến"];

    private static readonly string[] OfCampaign = ["X01", "X02", "X03", "X04", "X05", "X06", "CA", "VKS", "PTNMT"];
    private static readonly string[] OfYear = ["X02", "X04", "X05", "X08", "X12", "CA", "TAND", "PTC", "MTTQ"];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        var by = new SampleWork(database, clock);
        var partners = await by.AskAsync(work => PartnerBook.OfAsync(work, ct));
        var nominations = new List<long>
        {
            await NominateAsync("tap-the-lao-dong-tien-tien", RecipientKind.Unit, Unit, null), await NominateAsync("chien-si-thi-dua-co-so", RecipientKind.Officer, "CHV07", "Chấp hành viên"),
            await NominateAsync("chien-si-thi-dua-co-so", RecipientKind.Officer, "CHV11", "Chấp hành viên"),
        };
        await by.DoAsync(work => RecordCouncil.RunAsync(
            new(Unit, Year, new(2020, 10, 20), "Mẫu Văn Chủ tịch Hội đồng\nMẫu Thị Phó Chủ tịch\nMẫu Văn Ủy viên Một\nMẫu Thị Ủy viên Hai\nMẫu Văn Ủy viên Ba", "Hội đồng xét từng đề nghị theo số liệu kèm theo và bỏ phiếu kín.",
                [.. nominations.Select(id => new RecordCouncil.Vote(id, 5, 0))]), work, ct));
        var decisions = new List<long>
        {
            await DecideAsync(Province, "CTHADS", "520/QĐ-CTHADS", new(2020, 11, 5), Occasion.Year, null,
                [.. nominations.Select(id => new RecordCommendations.Line(id, null, RecipientKind.Officer, null, null, null)), Officer("chien-si-thi-dua-co-so", "LD02", "Chi cục trưởng")]),
            await DecideAsync(Province, "CTHADS", "521/QĐ-CTHADS", new(2020, 11, 5), Occasion.Year, null,
                [.. new[] { ("LD03", "Phó Chi cục trưởng"), ("CHV01", "Chấp hành viên"), ("CHV02", "Chấp hành viên"), ("CHV08", "Chấp hành viên"), ("TK01", "Thư ký thi hành án"), ("KT01", "Kế toán") }.Select(one => Officer("giay-khen", one.Item1, one.Item2))]),
            await DecideAsync(District, "UBND", "3120/QĐ-UBND", new(2020, 10, 28), Occasion.Campaign, Campaign,
                [Office(), .. Bodies(OfCampaign), .. Officers("CHV01", "CHV02", "CHV07", "CHV09", "CHV10", "TK02"), .. Outsiders(14, 0, OfCampaign)]),
            await DecideAsync(District, "UBND", "3245/QĐ-UBND", new(2020, 11, 5), Occasion.Year, null,
                [Office(), .. Bodies(OfYear), .. Officers("LD02", "CHV07", "CHV08", "CHV11", "TH01"), .. Outsiders(16, 5, OfYear)]),
        };
        var conference = (await by.AskAsync(work => ReadConferences.RunAsync(Unit, work, ct)))[0].Number;
        foreach (var decision in decisions)
        {
            await by.DoAsync(work => HandOut.RunAsync(new(decision, conference, null), work, ct));
        }

        async Task<long> NominateAsync(string kind, RecipientKind recipient, string code, string? post) => await by.AskAsync(work => Nominate.RunAsync(
            new(Unit, Year, Occasion.Year, null, kind, Province, recipient, code, null, post, null, new(2020, 10, 12)), work, ct));

        async Task<long> DecideAsync(string body, string partner, string number, DateOnly on, Occasion occasion, string? title, IReadOnlyList<RecordCommendations.Line> lines) =>
            await by.AskAsync(work => RecordCommendations.RunAsync(new(Unit, Year, occasion, title, body, partner, number, on, lines), work, ct));

        IEnumerable<RecordCommendations.Line> Bodies(string[] codes) => codes.Select(code => new RecordCommendations.Line(null, "giay-khen", RecipientKind.Body, SampleConference.CodeOf(partners, code), null, null));

        IEnumerable<RecordCommendations.Line> Outsiders(int count, int first, string[] bodies) => Enumerable.Range(0, count).Select(i =>
        {
            var body = partners.Of(SampleConference.CodeOf(partners, bodies[i % bodies.Length]))!;
            return new RecordCommendations.Line(null, "giay-khen", RecipientKind.Outsider, body.Code, $"Mẫu {(i % 2 == 0 ? "Văn" : "Thị")} {Given[(first + i) % Given.Length]}", $"công tác tại {body.Name}");
        });
    }

    private static RecordCommendations.Line Office() => new(null, "giay-khen", RecipientKind.Unit, Unit, null, null);

    private static RecordCommendations.Line Officer(string kind, string code, string post) => new(null, kind, RecipientKind.Officer, code, null, post);

    private static IEnumerable<RecordCommendations.Line> Officers(params string[] codes) => codes.Select(code => Officer("giay-khen", code, code.StartsWith("CHV", StringComparison.Ordinal) ? "Chấp hành viên" : "Chi cục Thi hành án dân sự"));
}
