using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.People;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Data;

public sealed class AppendOnlyTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>What is kept for lists and locks and drawn from the rest, views and mappings people keep, what changes with every sign-in, and the migrations' own list.</summary>
    private static readonly string[] MayChange = ["account", "matter_now", "matter_list", "matter_text", "migration", "recovery_code", "saved_view", "session", "sheet_mapping"];

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_table_refuses_change_deletion_and_writing_over(string kind)
    {
        await using var office = await FullAsync(kind);
        var before = await office.ReadAsync(Exchange.RowCounts.OfAsync);
        Assert.DoesNotContain(before, count => count.EndsWith(" 0", StringComparison.Ordinal));
        var came = new List<string>();

        foreach (var table in AppendOnly.Tables)
        {
            var column = await office.ReadAsync(async c => await FirstColumnAsync(c, table));
            string[] statements = kind == TestDatabases.Sqlite
                ? [$"UPDATE {table} SET {column} = {column}", $"DELETE FROM {table}", .. await ReplaceAsync(office, table)]
                : [$"UPDATE {table} SET {column} = {column}", $"DELETE FROM {table}", $"DELETE FROM {table} WHERE false", $"TRUNCATE {table} CASCADE"];
            foreach (var statement in statements)
            {
                var refused = await Record.ExceptionAsync(() => office.ReadAsync(c => c.RunAsync(statement, TestContext.Current.CancellationToken)));
                if (refused is not DbException || !refused.Message.Contains("append-only", StringComparison.Ordinal))
                {
                    came.Add(statement);
                }
            }
        }

        Assert.Empty(came);
        Assert.Equal(before, await office.ReadAsync(Exchange.RowCounts.OfAsync));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task There_is_no_table_of_which_nobody_said_whether_it_may_change(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        var tables = await office.ReadAsync(c => c.ListAsync(
            kind == TestDatabases.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'matter_word%'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
            r => r.GetString(0), TestContext.Current.CancellationToken));

        Assert.Equal(AppendOnly.Tables.Concat(MayChange).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_table_without_its_guard_is_found_by_verifying(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        foreach (var table in AppendOnly.Tables)
        {
            await office.ReadAsync(c => c.RunAsync(
                kind == TestDatabases.Sqlite ? $"DROP TRIGGER {table}_no_delete" : $"ALTER TABLE {table} DISABLE TRIGGER {table}_append_only", TestContext.Current.CancellationToken));
        }

        await using var work = office.Work();
        var book = await VerifyBook.RunAsync(work, TestContext.Current.CancellationToken);

        Assert.Equal(AppendOnly.Tables.Select(t => $"verify.unguarded {t}"), book.Faults.Select(f => $"{f.Code} {f.Arguments[0]}"));
    }

    /// <summary>Books with rows in every table.</summary>
    private static async Task<TestOffice> FullAsync(string kind)
    {
        var set = RandomSets.Make(5, 40, Today) with { Figures = [new("D1", 2020, 12, "06-2019", "matters", new Dictionary<string, string> { ["settled"] = "5" })] };
        var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(set);
        await office.TakeInAsync(Procedure.SmallOffice.Set with
        {
            Units = [],
            Officers = [],
            Matters = [new("X1", "D5", "", Today.AddDays(-30))],
            Obligations = [new("X1", "1", 9)],
        });
        await office.RecordAsync(new("X1", StepKind.Paused, Today));
        await AddPeopleAsync(office);
        return office;
    }

    private static async Task AddPeopleAsync(TestOffice office)
    {
        await using (var work = office.Work())
        {
            await CreateAccount.RunAsync(new("lan", "Lan"), work, TestContext.Current.CancellationToken);
        }

        await using (var work = office.Work())
        {
            await GiveRole.RunAsync(new("lan", Role.Clerk, "D5"), work, TestContext.Current.CancellationToken);
        }

        string[] rows =
        [
            "INSERT INTO role_end SELECT number, @day, act FROM role_given",
            "INSERT INTO signing_given SELECT 1, account_id, unit_id, 'all', 'paper', @day, NULL, act FROM role_given",
            "INSERT INTO signing_end SELECT number, @day, act FROM signing_given",
            "INSERT INTO sign_in SELECT id, 1, at, 1, '::1' FROM act WHERE seq = 1",
            "INSERT INTO unit_period_end SELECT unit_id, number, @day, 1 FROM unit_period",
            "INSERT INTO officer_period_end SELECT officer_id, number, @day, 1 FROM officer_period",
            "INSERT INTO commune_end SELECT id, @day, NULL, 1 FROM commune",
            "INSERT INTO commune_change SELECT id, name, unit_id, 1 FROM commune",
            "INSERT INTO setting_value SELECT number, 'x', unit_id, '1', @day, act FROM role_given",
            "INSERT INTO recognition SELECT 1, unit_id, 2020, 1, 2, NULL, NULL, 'A', '1/QĐ', @day, NULL, NULL, act FROM role_given",
            "INSERT INTO score SELECT 1, unit_id, 2020, '2015', 'tasks', 1, 100, NULL, NULL, 'x', act FROM role_given",
            "INSERT INTO review_answer SELECT 1, unit_id, 2020, 'back_dated', 'M:1', 'x', act FROM role_given",
            "INSERT INTO conference SELECT 1, 1, unit_id, 2020, 'x', @day, '07:30', 'x', NULL, act FROM role_given",
            "INSERT INTO conference_state SELECT 1, 1, 2, @day, NULL, act FROM role_given",
            "INSERT INTO conference_person SELECT 1, 1, 1, 1, NULL, 'x', NULL, 0, act FROM role_given",
            "INSERT INTO conference_invited SELECT 1, 1, 1, @day, 1, act FROM role_given",
            "INSERT INTO conference_attendance SELECT 1, 1, 1, 1, NULL, act FROM role_given",
            "INSERT INTO conference_item SELECT 1, 1, 1, 1, 5, 'x', NULL, 0, act FROM role_given",
            "INSERT INTO conference_contribution SELECT 1, 1, 1, 'UB', NULL, 'x', NULL, 1, 0, act FROM role_given",
            "INSERT INTO conference_saying SELECT 1, 1, 1, 2, NULL, 'x', 1, act FROM role_given",
            "INSERT INTO conference_result SELECT 1, 1, unit_id, 'rate', '80', '/x', 1, act FROM role_given",
            "INSERT INTO nomination SELECT 1, unit_id, 2020, 1, 'x', 'giay-khen', 'x', 4, NULL, 'x', NULL, NULL, @day, act FROM role_given",
            "INSERT INTO nomination_ground SELECT 1, 1, 'x', 'x', NULL, NULL, 1, act FROM role_given",
            "INSERT INTO nomination_withdrawn SELECT 1, 'x', act FROM role_given",
            "INSERT INTO commendation_council SELECT 1, unit_id, 2020, @day, 'x', NULL, act FROM role_given",
            "INSERT INTO commendation_vote SELECT 1, 1, 1, 1, 0, act FROM role_given",
            "INSERT INTO commendation_decision SELECT 1, unit_id, 2020, 1, 'x', 'x', NULL, '1/Q', @day, act FROM role_given",
            "INSERT INTO commendation SELECT 1, 1, NULL, 'giay-khen', 4, NULL, 'x', NULL, NULL, act FROM role_given",
            "INSERT INTO commendation_void SELECT 1, 'x', '2/Q', act FROM role_given",
            "INSERT INTO commendation_handed SELECT 1, NULL, @day, act FROM role_given",
            "INSERT INTO programme SELECT 1, 1, unit_id, 2020, NULL, NULL, NULL, act FROM role_given",
            "INSERT INTO programme_item SELECT 1, 1, 1, 'other', 'x', NULL, 'D5', NULL, NULL, @day, NULL, 0, NULL, NULL, act FROM role_given",
            "INSERT INTO self_check SELECT 1, 1, unit_id, 1, 'x', @day, 'x', NULL, NULL, NULL, NULL, act FROM role_given",
            "INSERT INTO mistake SELECT 1, unit_id, @day, 1, NULL, 'x', NULL, NULL, 'x', NULL, 1, act FROM role_given",
            "INSERT INTO proceeding SELECT id, 0, 1, 'collected', NULL, NULL, NULL, 0, NULL, act FROM matter",
            "INSERT INTO law_tick SELECT 1, 'x', 'x', 'x', act FROM role_given",
            "INSERT INTO report_closed SELECT 1, unit_id, NULL, 2020, 12, '06-2019', 1, @day, 1, '{}', '{}', 'x', act FROM role_given",
            "INSERT INTO report_sent SELECT id, 1, '1/BC', @day, 'A', 'B', act FROM report_closed",
            "INSERT INTO report_reason SELECT id, '01', 'I', 'new', 'x', act FROM report_closed",
            "INSERT INTO narrative_text SELECT unit_id, 2020, 12, 'uu-diem', 'x', 0, act FROM role_given",
            "INSERT INTO narrative_number SELECT unit_id, 2020, 12, 'matters.rate', '84.88', 'x', act FROM role_given",
            "INSERT INTO narrative_template SELECT 1, unit_id, 1, 'x.docx', '', '', 0, act FROM role_given",
            "INSERT INTO obstacle SELECT 1, 1, unit_id, 1, 1, @day, NULL, '1/CT', @day, 'A', NULL, NULL, 0, act FROM role_given",
            "INSERT INTO obstacle_commune SELECT o.id, c.id FROM obstacle o, commune c",
            "INSERT INTO report_confirmed SELECT closed_id, 'A', 'B', act FROM report_sent",
            "INSERT INTO partner SELECT 1, 'CA', 2, NULL, act FROM role_given",
            "INSERT INTO partner_said SELECT 1, unit_id, 'A', NULL, NULL, act FROM role_given",
            "INSERT INTO task SELECT 1, unit_id, 1, 1, 'A', NULL, NULL, 'x', NULL, NULL, unit_id, NULL, NULL, @day, @day, act FROM role_given",
            "INSERT INTO task_step SELECT 1, 1, 6, @day, NULL, NULL, NULL, NULL, 'x', NULL, act FROM role_given",
            "INSERT INTO paper_template SELECT 1, unit_id, 'x', 'x.docx', '', '', 0, act FROM role_given",
            "INSERT INTO attachment SELECT 1, unit_id, 'meeting:1', 'x.pdf', '', '', 0, act FROM role_given",
            "INSERT INTO campaign SELECT 1, unit_id, act FROM role_given",
            "INSERT INTO campaign_plan SELECT id, 1, 'A', '1/KH', @day, @day, @day, 'B', NULL, 'states=live', '', act FROM campaign",
            "INSERT INTO campaign_goal SELECT 1, id, unit_id, NULL, 1, 1, act FROM campaign",
            "INSERT INTO campaign_frozen SELECT id, @day, 1, 1, 1, act FROM campaign",
            "INSERT INTO campaign_matter SELECT c.id, m.id, c.unit_id, 0, NULL, 1, 1, NULL, NULL, c.act FROM campaign c, matter m WHERE m.code = 'X1'",
            "INSERT INTO campaign_note SELECT id, 1, @day, 'x', act FROM campaign",
            "INSERT INTO campaign_closed SELECT id, '1/BC', @day, @day, 1, 1, 1, NULL, NULL, act FROM campaign",
            "INSERT INTO committee SELECT 1, unit_id, 3, 'A', '1/QĐ', @day, 'B', @day, NULL, act FROM role_given",
            "INSERT INTO committee_end SELECT id, @day, 'x', act FROM committee",
            "INSERT INTO committee_member SELECT 1, id, 1, 'A', 'B', NULL, @day, '1/QĐ', NULL, act FROM committee",
            "INSERT INTO committee_member_end SELECT id, @day, 'x', act FROM committee_member",
            "INSERT INTO committee_rule SELECT 1, id, @day, 3, 3, 50, 1, 0, 'x', act FROM committee",
            "INSERT INTO meeting SELECT 1, id, 2020, 1, act FROM committee",
            "INSERT INTO meeting_step SELECT id, 1, 1, @day, @day, '08:00', 'A', NULL, NULL, NULL, NULL, act FROM meeting",
            "INSERT INTO meeting_agenda SELECT id, 1, 1, 1, 'A', 10, NULL, NULL, NULL, act FROM meeting",
            "INSERT INTO meeting_invited SELECT 1, id, NULL, NULL, 'A', @day, 1, act FROM meeting",
            "INSERT INTO meeting_attendance SELECT id, 3, NULL, act FROM meeting_invited",
            "INSERT INTO meeting_minutes SELECT id, 0, 'x', act FROM meeting",
            "INSERT INTO directed_matter SELECT 1, c.id, m.id, @day, 'x', NULL, 'y', c.act FROM committee c, matter m WHERE m.code = 'X1'",
            "INSERT INTO directed_matter_end SELECT id, @day, 'x', act FROM directed_matter",
            "INSERT INTO coordination_request SELECT 1, unit_id, 1, 'other', 'x', NULL, @day, 1, @day, NULL, act FROM role_given",
            "INSERT INTO coordination_request_matter SELECT 1, matter_id, 1 FROM matter_now",
            "INSERT INTO coordination_request_event SELECT 1, 1, 1, @day, NULL, 'x', 1, act FROM role_given",
            "INSERT INTO received SELECT 1, 1, unit_id, 1, '1', @day, @day, NULL, 'x', NULL, NULL, act FROM role_given",
            "INSERT INTO received_matter SELECT 1, matter_id, 1 FROM matter_now",
            "INSERT INTO received_event SELECT 1, 1, 1, @day, '1', 'x', NULL, act FROM role_given",
            "INSERT INTO matter_plan SELECT 1, m.matter_id, 'x', o.id, @day, @day, NULL, 1, NULL, 1 FROM (SELECT matter_id FROM matter_now LIMIT 1) m, (SELECT min(id) AS id FROM officer) o",
            "INSERT INTO watch_look SELECT 1, unit_id, 'banks', 0, @day, act FROM role_given",
            "INSERT INTO nightly_run SELECT @day, at FROM act WHERE seq = 1",
            "INSERT INTO nightly_result SELECT day, 'book', started_at, 1, 0, 0, NULL FROM nightly_run",
        ];
        foreach (var row in rows)
        {
            await office.ReadAsync(c => c.RunAsync(row, TestContext.Current.CancellationToken, ("day", Today)));
        }
    }

    private static async Task<string> FirstColumnAsync(DbConnection connection, string table)
    {
        await using var command = connection.Command($"SELECT * FROM {table} LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        return reader.GetName(0);
    }

    /// <summary>Writing over a row that has a key; where there is none, a row is only added.</summary>
    private static async Task<string[]> ReplaceAsync(TestOffice office, string table) =>
        await office.ReadAsync(c => c.ValueAsync<long>($"SELECT count(*) FROM pragma_index_list('{table}') WHERE \"unique\"", TestContext.Current.CancellationToken)) > 0
            ? [$"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1", $"REPLACE INTO {table} SELECT * FROM {table}"]
            : [];
}
