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
