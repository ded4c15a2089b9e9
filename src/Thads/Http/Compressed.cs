using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Thads.Http;

/// <summary>
/// Pages and files are sent packed. What is secret in a page and could be guessed from its packed length – the token of its forms – is masked anew for
/// every answer by ASP.NET; cookies are never part of what is packed.
/// </summary>
internal static class Compressed
{
    private static readonly string[] Packed = ["text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/json", "text/plain"];

    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = Packed;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }
}
