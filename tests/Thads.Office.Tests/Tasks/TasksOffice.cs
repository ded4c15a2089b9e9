using Thads.Office.Acts;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Tasks;

/// <summary>The small office with a partner of D1, "CA", and an act that gives tasks as a meeting would.</summary>
internal static class TasksOffice
{
    public static readonly DateOnly Given = new(2026, 9, 1);
    public static readonly GiveTask.Item ToPolice = new("Bố trí lực lượng bảo vệ cưỡng chế", new(Partner: "CA"), new(2026, 10, 1), "KL 1", "Biên bản cưỡng chế", Matter: "M1");
    public static readonly GiveTask.Item ToOfficer = new("Xác minh lại điều kiện thi hành án", new(Officer: "O1"), new(2026, 12, 31), "KL 2");

    public static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(work => KeepPartner.RunAsync(new("D1", "CA", PartnerKind.Police, "Công an huyện Mẫu"), work, default));
        return office;
    }

    /// <summary>Gives tasks of a conclusion in an act of their own.</summary>
    public static async Task<IReadOnlyList<long>> GiveAsync(this TestOffice office, params GiveTask.Item[] items)
    {
        IReadOnlyList<long> ids = [];
        var tree = await office.TreeAsync();
        await office.DoAsync(async work =>
        {
            work.Require(Permissions.Organise);
            await work.StartAsync(default, alone: true);
            work.Begin("task-noted");
            ids = await GiveTask.WriteAsync(new TaskSource(TaskOrigin.Meeting, 1, "Phiên họp quý III/2026", tree.UnitOf("D1")!.Value, Given), items, work, default);
            await work.FinishAsync(default);
        });
        return ids;
    }

    public static Task<IReadOnlyList<OfficeTask>> TasksAsync(this TestOffice office, TaskQuestion? question = null, Person? by = null) =>
        office.AskAsync(work => ReadTasks.RunAsync(question ?? new(), work, default), by);
}
