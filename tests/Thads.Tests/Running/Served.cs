using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Thads.Tests.Running;

/// <summary>`thads serve` as a process, with books of its own, at an address that is free.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly StringBuilder _notes = new();
    private readonly StringBuilder _output = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-served-").FullName;

    private Served(int port) => Port = port;

    public Process Process { get; private set; } = null!;

    public int Port { get; }

    public string Data => Path.Combine(_folder, "data");

    public string Database => Path.Combine(Data, "thads.db");

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>What it wrote to standard error so far: its log.</summary>
    public string Notes => Locked(_notes);

    public string Output => Locked(_output);

    /// <param name="host">Of the machine, to listen on.</param>
    public static async Task<Served> StartAsync((string Name, string Value)[] environment, string[] flags, string host = "127.0.0.1")
    {
        var served = new Served(FreePort());
        served.Process = ThadsProcess.Start(environment, ["serve", "--lang", "en", "--data", served.Data, "--urls", $"http://{host}:{served.Port}", .. flags]);
        served.Process.ErrorDataReceived += (_, line) => Add(served._notes, line.Data);
        served.Process.OutputDataReceived += (_, line) => Add(served._output, line.Data);
        served.Process.BeginErrorReadLine();
        served.Process.BeginOutputReadLine();
        await served.UntilAsync(() => served.Output.Contains("Pages:", StringComparison.Ordinal));
        return served;
    }

    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>Waits for something to be so, half a minute at the most.</summary>
    public async Task UntilAsync(Func<bool> so)
    {
        for (var tries = 0; tries < 300 && !so(); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(so(), Output + Notes);
    }

    /// <summary>As a service manager stops it.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return Process.ExitCode;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Add(StringBuilder to, string? line)
    {
        lock (to)
        {
            to.AppendLine(line);
        }
    }

    private static string Locked(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
