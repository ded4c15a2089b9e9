using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Thads.Running;

namespace Thads.Http;

/// <summary>Where the program listens: at its `Urls`, or at a port of this machine alone.</summary>
internal static class Listening
{
    public static void At(KestrelServerOptions kestrel, Options options, int port)
    {
        if (options.Urls.Count == 0)
        {
            kestrel.Listen(IPAddress.Loopback, port);
        }

        foreach (var url in options.Urls)
        {
            if (url.Address is { } address)
            {
                kestrel.Listen(address, url.Port, endpoint => Secure(endpoint, url, options));
            }
            else
            {
                kestrel.ListenAnyIP(url.Port, endpoint => Secure(endpoint, url, options));
            }
        }
    }

    /// <summary>The framework's own variables, set in many images, would open other ports and believe any proxy: they are taken out of this process.</summary>
    public static void AsWeSayAlone()
    {
        foreach (var name in (string[])["URLS", "HTTP_PORTS", "HTTPS_PORTS", "FORWARDEDHEADERS_ENABLED"])
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_" + name, null);
            Environment.SetEnvironmentVariable("DOTNET_" + name, null);
        }
    }

    private static void Secure(ListenOptions endpoint, ListenAt url, Options options)
    {
        if (url.Https && options.Certificate is { } certificate)
        {
            using var read = X509Certificate2.CreateFromPemFile(certificate.File, certificate.Key);
            // Windows serves only keys it has stored itself.
            endpoint.UseHttps(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null));
        }
    }
}
