using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Thads.Commands;

namespace Thads.Running;

/// <summary>
/// Traces and metrics to a collector of the office's own, by OTLP. Off, and nothing opened, until the standard variable names one. Nothing about people:
/// of a request its kind, the pattern of its page and how it ended; of a query that it was asked.
/// </summary>
internal static class Telemetry
{
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OfTheStandard = "OTEL_";

    /// <summary>Of the runtime, the server, its pages and PostgreSQL's pool; all of them count and name nobody.</summary>
    private static readonly string[] Meters = ["System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Npgsql"];

    public static void Add(WebApplicationBuilder builder)
    {
        var variables = Environment.GetEnvironmentVariables();
        if (variables[Variable] is not string { Length: > 0 })
        {
            return;
        }

        builder.Configuration.AddInMemoryCollection(variables.Keys.Cast<string>().Where(name => name.StartsWith(OfTheStandard, StringComparison.Ordinal))
            .Select(name => KeyValuePair.Create(name, (string?)variables[name])));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("thads", serviceVersion: VersionCommand.Program))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(web => web.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddSource("Npgsql").AddProcessor(new OnlyWhatNamesNobody()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }

    /// <summary>Takes out of a span whatever is not known to name nobody, before it is sent.</summary>
    private sealed class OnlyWhatNamesNobody : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Kept =
        [
            "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.name", "network.protocol.version", "server.address", "server.port", "error.type",
            "db.system", "db.system.name", "db.namespace", "db.response.status_code",
        ];

        public override void OnEnd(Activity span)
        {
            foreach (var tag in span.TagObjects.Select(tag => tag.Key).Where(key => !Kept.Contains(key)).ToList())
            {
                span.SetTag(tag, null);
            }

            // What the database says about a failure may quote what was typed, and an event cannot be taken out again.
            if (span.Events.Any())
            {
                span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }

            span.SetStatus(span.Status);
        }
    }
}
