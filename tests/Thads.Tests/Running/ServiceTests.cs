using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Thads.Running;

namespace Thads.Tests.Running;

public sealed partial class ServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-service-").FullName;

    [Fact]
    public async Task Under_systemd_it_says_when_it_is_ready_and_when_it_stops()
    {
        var at = Path.Combine(_folder, "notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(at));
        // .NET knows systemd by the name of the parent: a shell under that name stands in for it.
        File.Copy("/bin/sh", Path.Combine(_folder, "systemd"));
        var start = new ProcessStartInfo(
            Path.Combine(_folder, "systemd"),
            ["-c", "dotnet \"$@\" >/dev/null 2>&1 & echo $!; wait $!", "systemd", Path.Combine(AppContext.BaseDirectory, "thads.dll"), "serve", "--data", Path.Combine(_folder, "data"), "--urls", $"http://127.0.0.1:{Served.FreePort()}"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["NOTIFY_SOCKET"] = at;
        start.Environment.Remove("THADS_DB");
        using var process = Process.Start(start)!;

        var program = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        var said = await ReceiveAsync(manager);
        using var kill = Process.Start("kill", ["-TERM", program!]);
        var then = await ReceiveAsync(manager);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("READY=1", said, StringComparison.Ordinal);
        Assert.StartsWith("STOPPING=1", then, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("packaging/thads.service")]
    [InlineData("packaging/Containerfile")]
    [InlineData("packaging/compose.yaml")]
    [InlineData("docs/operate/server.md")]
    [InlineData("docs/operate/one-machine.md")]
    public async Task What_is_packaged_names_keys_that_are_there(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ThadsProcess.Repository, file), TestContext.Current.CancellationToken);
        var named = Variable().Matches(text).Select(match => match.Value).ToList();

        Assert.DoesNotContain(named, name => Settings.All.All(setting => setting.Variable != name));
        Assert.True(named.Count > 0 || file.StartsWith("docs/", StringComparison.Ordinal) || text.Contains("serve", StringComparison.Ordinal), file);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> ReceiveAsync(Socket manager)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        soon.CancelAfter(TimeSpan.FromSeconds(60));
        var bytes = new byte[1024];
        var length = await manager.ReceiveAsync(bytes, SocketFlags.None, soon.Token);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    [GeneratedRegex("THADS__[A-Za-z_]+[A-Za-z]")]
    private static partial Regex Variable();
}
