using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.People;

/// <summary>
/// The peak campaign of the sample district, June to August 2020: its plan, its list of the enforceable, goals, diary and closing report. Recorded late, like all that the sample tells of
/// the past, and made up.
/// </summary>
internal static class SampleCampaigns
{
    /// <summary>Goals in matters of each enforcer; the money is that share of 36 tỷ.</summary>
    private static readonly (string Officer, int Matters)[] Goals = [("CHV01", 120), ("CHV02", 120), ("CHV07", 116), ("CHV08", 116), ("CHV09", 116), ("CHV10", 116), ("CHV11", 116)];

    private static readonly (DateOnly On, string Text)[] Diary =
    [
        (new(2020, 6, 1), "Họp toàn đơn vị triển khai kế hoạch; mỗi chấp hành viên nhận danh sách việc của mình (ví dụ)."),
        (new(2020, 6, 12), "Làm việc với các xã X02, X05 và X09: xã cử cán bộ cùng chấp hành viên đi vận động buổi tối."),
        (new(2020, 6, 30), "Sơ kết tháng thứ nhất; ba chấp hành viên chậm so với nhịp đều, chuyển bớt việc xác minh cho thư ký."),
        (new(2020, 7, 9), "Công an huyện bố trí lực lượng cho hai cuộc cưỡng chế giao tài sản; một cuộc không phải tổ chức vì đương sự tự giao."),
        (new(2020, 7, 31), "Sơ kết tháng thứ hai; các tổ chức tín dụng đồng ý giảm lãi cho người trả một lần (ví dụ)."),
        (new(2020, 8, 14), "Rà soát các việc còn lại; lập danh sách việc có thể kết thúc trước ngày 31/8."),
        (new(2020, 8, 31), "Kết thúc đợt; thu số liệu, chuẩn bị báo cáo và danh sách đề nghị khen thưởng."),
    ];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        const string Unit = FoundingDistrict.Unit;
        var (partners, head) = await AskAsync(async work =>
        {
            var tree = await UnitTree.OfAsync(work, ct);
            var book = await PartnerBook.OfAsync(work, ct);
            var there = book.All.Where(partner => partner.Kind is PartnerKind.CommuneCommittee or PartnerKind.Police && partner.IsThereOn(new(2020, 6, 1)) && tree.UnitCode(partner.Unit) == Unit);
            return (there.Select(partner => partner.Code).ToList(), tree.OfficerName(tree.OfficerOf("LD02")!.Value, new(2020, 6, 1)));
        });
        var campaign = await AskAsync(work => PlanCampaign.RunAsync(
            new(
                null, Unit, "Đợt cao điểm 2020", "45/KH-CCTHADS", new(2020, 5, 25), new(2020, 6, 1), new(2020, 8, 31), $"{head}, Chi cục trưởng",
                "Giải quyết dứt điểm các việc có điều kiện thi hành; vận động, thuyết phục là chính; bù phần chậm do dịch Covid-19 từ tháng 02 đến tháng 5.", new CampaignScope(), partners),
            work, ct));
        await DoAsync(work => SetCampaignGoals.RunAsync(
            new(campaign, [new(Unit, null, 820, 36_000_000_000), .. Goals.Select(goal => new SetCampaignGoals.Goal(Unit, goal.Officer, goal.Matters, 36_000_000_000L * goal.Matters / 820))]), work, ct));
        await DoAsync(work => FreezeCampaign.RunAsync(new(campaign, new(2020, 5, 31)), work, ct));
        foreach (var (on, text) in Diary)
        {
            await DoAsync(work => NoteCampaign.RunAsync(new(campaign, on, text), work, ct));
        }

        await DoAsync(work => CloseCampaign.RunAsync(
            new(
                campaign, "187/BC-CCTHADS", new(2020, 9, 7),
                "Danh sách chốt trước ngày đầu nên ai cũng biết phần việc của mình; các xã cùng đi vận động; lịch cưỡng chế do Ban chỉ đạo thống nhất từ đầu đợt.",
                "Nên mở đợt sớm hơn để việc mở lại còn kịp xử lý trong năm; xác minh lại điều kiện thi hành trước khi chốt danh sách."),
            work, ct));

        async Task DoAsync(Func<Work, Task> act)
        {
            await using var work = As();
            await act(work);
        }

        async Task<T> AskAsync<T>(Func<Work, Task<T>> ask)
        {
            await using var work = As();
            return await ask(work);
        }

        Work As() => new(database, Person.Operator("mẫu"), clock);
    }
}
