using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Tests.Running;

public sealed class TelemetryTests
{
    private const string Name = "Nguyen-Thi-Thu-Nghiem";
    private const string Matter = "D05-2016-1423";

    [Fact]
    public async Task With_the_variable_spans_and_metrics_arrive_and_name_nobody()
    {
        var arrived = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await CollectAsync(arrived);
        await using var served = await Served.StartAsync(
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
            ], []);
        using var http = served.Client();
        using var form = await http.GetAsync($"/sign-in?q={Name}", TestContext.Current.CancellationToken);
        using var matter = await http.GetAsync($"/matters/{Matter}?q={Name}", TestContext.Current.CancellationToken);
        using var tried = await SampleWeb.SubmitAsync(http, $"/sign-in?to=/{Name}", "/sign-in", ("Name", Name), ("Password", Name + "!"));

        await served.UntilAsync(() => AllOf(arrived, "/v1/traces").Contains("matters/{", StringComparison.Ordinal) && AllOf(arrived, "/v1/traces").Contains("POST", StringComparison.Ordinal)
            && AllOf(arrived, "/v1/metrics").Contains("http.server.request.duration", StringComparison.Ordinal) && AllOf(arrived, "/v1/metrics").Contains("dotnet.gc", StringComparison.Ordinal));
        await served.StopAsync();

        var all = string.Concat(arrived.Select(sent => sent.Body));
        Assert.Contains("http.route", all, StringComparison.Ordinal);
        Assert.Contains("thads", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Matter, all, StringComparison.Ordinal);
        Assert.DoesNotContain("url.query", all, StringComparison.Ordinal);
        Assert.DoesNotContain("user_agent", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_variable_nothing_is_opened()
    {
        var folder = Directory.CreateTempSubdirectory("thads-telemetry-").FullName;
        await using (var database = Database.At(Path.Combine(folder, "none.db")))
        {
            await using var web = OfficeWeb.Build(new(database, OfficeClock.Wall, IsSample: false), 0);

            Assert.Null(web.Services.GetService<TracerProvider>());
            Assert.Null(web.Services.GetService<MeterProvider>());
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string AllOf(IEnumerable<(string Path, string Body)> arrived, string path) => string.Concat(arrived.Where(sent => sent.Path == path).Select(sent => sent.Body));

    /// <summary>Takes whatever is sent, as a collector does.</summary>
    private static async Task<WebApplication> CollectAsync(ConcurrentQueue<(string Path, string Body)> arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            arrived.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync();
        return collector;
    }
}
