using System.Text.Json;

namespace Thads.Tests.Commands;

/// <summary>The command as a person or a script runs it: as a process.</summary>
public sealed class FiguresCheckTests : IDisposable
{
    private const string Agrees = "id,settled,enforceable,rate\nD-FOUND,3420,4029,84.88\n";
    private const string CannotAllBeTrue = "id,measure,eligible,done,rate,precision,note\nD-FOUNDt,tien,310.1,180.7,54.75,0.1,x\n";

    private readonly string folder = Directory.CreateTempSubdirectory("figures").FullName;

    [Theory]
    [InlineData(Agrees, "--strict", 0)]
    [InlineData(CannotAllBeTrue, "--json", 0)]
    [InlineData(CannotAllBeTrue, "--strict", 6)]
    [InlineData("id;rate\nA;1\n", "--strict", 2)]
    public async Task The_exit_code_says_how_it_went(string csv, string option, int expected)
    {
        var (code, _, _) = await RunAsync(await FileAsync(csv), option);

        Assert.Equal(expected, code);
    }

    [Fact]
    public async Task Json_goes_out_alone_and_notes_go_beside_it()
    {
        var (_, output, notes) = await RunAsync(await FileAsync(CannotAllBeTrue), "--json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal("330.1", json.RootElement.GetProperty("rows")[0].GetProperty("repairs")[0].GetProperty("suggested").GetString());
        Assert.Contains("note", notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "không thể cùng đúng; 330,1 thì khớp")]
    [InlineData("en", "cannot all be true; 330,1 would reconcile them")]
    public async Task People_are_answered_in_their_language(string language, string words)
    {
        var (_, output, _) = await RunAsync(await FileAsync(CannotAllBeTrue), "--lang", language);

        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_place_that_cannot_be_read_is_named()
    {
        var file = await FileAsync("id,rate,settled\nA,\"54,75\",x\nB,1\n");

        var (_, output, notes) = await RunAsync(file, "--lang", "en");

        Assert.Empty(output);
        Assert.Contains($"{file}, line 2, column rate: “54,75” has a comma", notes, StringComparison.Ordinal);
        Assert.Contains($"{file}, line 2, column settled: “x” is not a number", notes, StringComparison.Ordinal);
        Assert.Contains($"{file}, line 3: the line has 2 cells and the header 3", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_to_be_missing_and_a_folder_cannot_be_read()
    {
        var (missing, _, notes) = await RunAsync(Path.Combine(folder, "none", "x.csv"));
        var (unreadable, _, _) = await RunAsync(folder);

        Assert.Equal((4, 2), (missing, unreadable));
        Assert.Contains("x.csv", notes, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> FileAsync(string csv)
    {
        var file = Path.Combine(folder, "f.csv");
        await File.WriteAllTextAsync(file, csv);
        return file;
    }

    private static async Task<(int Code, string Output, string Notes)> RunAsync(params string[] arguments)
    {
        var (code, output, notes) = await ThadsProcess.RunAsync(["figures", "check", .. arguments]);
        return (code, output, notes);
    }
}
