using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.Tests.Data;

/// <summary>What somebody with the file or the password could do behind the program's back: change rows in spite of the guards, and put the guards up again.</summary>
internal static class Tampering
{
    public static Task TamperAsync(this TestOffice office, params string[] statements) => office.ReadAsync(async connection =>
    {
        if (connection.IsPostgres())
        {
            await RunAsync(connection, ["SET session_replication_role = replica", .. statements, "SET session_replication_role = DEFAULT"]);
            return 0;
        }

        var guards = await connection.ListAsync(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", r => (Name: r.GetString(0), Sql: r.GetString(1)), TestContext.Current.CancellationToken);
        await RunAsync(connection, ["PRAGMA foreign_keys = OFF", .. guards.Select(g => $"DROP TRIGGER {g.Name}"), .. statements, .. guards.Select(g => g.Sql)]);
        return 0;
    });

    private static async Task RunAsync(DbConnection connection, IEnumerable<string> statements)
    {
        foreach (var sql in statements)
        {
            await connection.RunAsync(sql, TestContext.Current.CancellationToken);
        }
    }
}
