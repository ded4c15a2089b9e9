using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Tests.Data;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Docket;

/// <summary>Somebody changes rows behind the program's back: verifying finds it and says where.</summary>
public sealed class VerifyBookTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_changed_behind_the_programs_back_is_found(string kind)
    {
        (string Sql, string[] Codes)[] changes =
        [
            ("UPDATE move SET quantity = quantity + 1 WHERE number = 1 AND line = 1", ["verify.moves", "verify.summary"]),
            ("UPDATE move SET to_officer = 2 WHERE line = 0 AND number < 3", ["verify.moves", "verify.summary"]),
            ("UPDATE move SET known_on = '2026-11-19' WHERE act = 2", ["verify.moves", "verify.summary"]),
            ("UPDATE move SET known_on = '2025-11-02' WHERE act = 1", ["verify.moves"]),
            ("DELETE FROM act_matter WHERE act = 5", ["verify.act-matter"]),
            ("UPDATE move SET act = 99 WHERE act = 5", ["verify.moves"]),
            ("UPDATE move SET act = 1 WHERE act = 5", ["verify.moves"]),
            ("DELETE FROM move WHERE act = 3", ["verify.moves"]),
            ("UPDATE step SET amount = 101 WHERE number = 1", ["verify.moves"]),
            ("UPDATE step SET happened_on = '2026-05-05' WHERE number = 1", ["verify.moves"]),
            ("DELETE FROM step_void", ["verify.moves"]),
            ("UPDATE obligation SET amount = 1001 WHERE amount = 1000", ["verify.moves"]),
            ("UPDATE matter SET known_on = '2026-01-02' WHERE code = 'M1'", ["verify.moves"]),
            ("UPDATE matter_now SET officer_id = 2", ["verify.holder"]),
            ("UPDATE matter_now SET state = 3", ["verify.holder"]),
            ("DELETE FROM act WHERE seq = 2", ["verify.act-gap"]),
            ("UPDATE docket_month SET quantity = quantity + 1 WHERE from_state = 0 AND measure = 2", ["verify.summary"]),
            ("UPDATE docket_month SET month = month + 1 WHERE from_state = 0 AND unit_id > 0", ["verify.summary"]),
            ("UPDATE docket_opening SET quantity = quantity - 1", ["verify.summary"]),
            ("DELETE FROM docket_opening WHERE unit_id > 0", ["verify.summary"]),
            ("UPDATE docket_batch SET first_act = 3 WHERE number = 2", ["verify.batch-gap"]),
        ];
        foreach (var (sql, codes) in changes)
        {
            await using var office = await BookAsync(kind);
            await office.VerifyAsync();
            await office.TamperAsync(sql);

            await using var work = office.Work();
            var found = (await VerifyBook.RunAsync(work, TestContext.Current.CancellationToken)).Faults.Select(f => f.Code).ToHashSet();

            Assert.True(found.IsSupersetOf(codes), $"{sql}: found {string.Join(' ', found)}");
        }
    }

    /// <summary>A book with two batches, a tail, and a step voided.</summary>
    private static async Task<TestOffice> BookAsync(string kind)
    {
        var office = await SmallOffice.OpenAsync(kind, actsPerBatch: 4);
        await office.RecordAsync(new("M1", StepKind.Collected, new(2026, 5, 4), "1", 100));
        await office.RecordAsync(new("M1", StepKind.Paused, new(2026, 5, 4), "3"));
        office.Today = office.Today.AddDays(1);
        await office.VoidAsync(new("M1", 2, "nhầm"));
        await office.RecordAsync(new("M2", StepKind.Paused, new(2026, 5, 4)));
        return office;
    }
}
