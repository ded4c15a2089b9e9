using Thads.Commands;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.Reports;

namespace Thads.Tests.Commands;

public sealed class VerifyFiguresCommandTests
{
    [Fact]
    public async Task Sent_reports_are_verified_by_the_command()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("thads-verify-").FullName;
        try
        {
            var file = Path.Combine(folder, "office.db");
            await using (var database = await new Shell(Language.Vietnamese).OpenAsync(file, ct))
            {
                var none = await ThadsProcess.RunAsync("verify", "figures", "--db", file, "--lang", "en");
                Assert.Equal((0, "No report has been sent."), (none.Code, none.Output.Trim()));
                await SentAsync(database, folder, ct);
            }

            var sound = await ThadsProcess.RunAsync("verify", "figures", "--db", file, "--lang", "en");
            Assert.Equal(0, sound.Code);
            Assert.Contains("7/BC, version 1 (D1, 12/2020", sound.Output, StringComparison.Ordinal);
            Assert.Contains("Agreed: 1 sent versions, computed again from 1 matters.", sound.Output, StringComparison.Ordinal);

            // A second version in which form 01 says that two matters came, put into the file behind the program's back.
            await using (var database = await new Shell(Language.Vietnamese).OpenAsync(file, ct))
            {
                await using var connection = await database.OpenAsync(ct);
                var content = (await connection.ValueAsync<string>("SELECT content FROM report_closed", ct))!;
                var doctored = content.Remove(content.IndexOf("\"exact\":[0,1,", StringComparison.Ordinal) + 11, 1).Insert(content.IndexOf("\"exact\":[0,1,", StringComparison.Ordinal) + 11, "2");
                await connection.RunAsync(
                    """
                    INSERT INTO report_closed SELECT 2, unit_id, officer_id, year, months, regime, tree_act, known_on, last_act, settings, @content, @hash, act FROM report_closed;
                    INSERT INTO report_sent SELECT 2, 2, '8/BC', sent_on, signer, signer_role, act FROM report_sent
                    """, ct, ("content", doctored), ("hash", ReportContent.HashOf(doctored)));
            }

            var wrong = await ThadsProcess.RunAsync("verify", "figures", "--db", file, "--lang", "en");
            Assert.Equal(6, wrong.Code);
            Assert.Contains("Form 01, row I, cell new: sent 2, computed 1", wrong.Output, StringComparison.Ordinal);
            Assert.Contains("1 of 2 sent versions differ", wrong.Output, StringComparison.Ordinal);
            var json = await ThadsProcess.RunAsync("verify", "figures", "--db", file, "--json");
            Assert.Contains("\"form\":\"01\",\"row\":\"I\",\"cell\":\"new\",\"printed\":false,\"sent\":2,\"computed\":1", json.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One matter of a district, and its report of 2020, sent.</summary>
    private static async Task SentAsync(Database database, string folder, CancellationToken ct)
    {
        var set = Directory.CreateDirectory(Path.Combine(folder, "set")).FullName;
        foreach (var (name, text) in new[]
        {
            ("units", "code,name,kind,parent,valid_from,valid_to\nD1,Một,district,,,\n"),
            ("officers", "code,name,unit,title,valid_from,valid_to\nO1,Người,D1,enforcer,,\n"),
            ("matters", "code,unit,officer,decision_number,decided_on,known_on,basis,type,credit_institution,corruption,by_delegation,judgment_number,judgment_on,court,effective_on\nM1,D1,O1,,2020-03-02,,on_request,civil,0,0,0,,,,\n"),
            ("obligations", "matter,line,kind,state_revenue,amount,debtor,creditor,what\nM1,1,debt,0,1000,,,\n"),
        })
        {
            await File.WriteAllTextAsync(Path.Combine(set, name + ".csv"), text, ct);
        }

        var clock = OfficeClock.StartingOn(new(2020, 11, 10), TimeProvider.System);
        Work Work() => new(database, Person.Operator("test"), clock);
        await using (var work = Work())
        {
            Assert.True((await ImportExchange.RunAsync(new(set, null), work, ct)).Imported);
        }

        await using (var work = Work())
        {
            await CloseReport.RunAsync(new(new("D1", null, 2020, 12)), work, ct);
        }

        await using (var work = Work())
        {
            await SendReport.RunAsync(new(1, "7/BC", Signer: "A", SignerRole: "B"), work, ct);
        }
    }
}
