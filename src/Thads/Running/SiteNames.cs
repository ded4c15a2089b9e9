using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Thads.Running;

/// <summary>The names a browser may ask for. A request for any other is refused: some other site has pointed its name at this machine.</summary>
internal static class SiteNames
{
    /// <summary>This machine asks for itself, whatever is configured: health, and whoever sits at it.</summary>
    private static readonly string[] OfItself = ["localhost", "127.0.0.1", "[::1]"];

    public static IList<string> Of(Options options)
    {
        IEnumerable<string> named = options.AllowedHosts.Count > 0 ? options.AllowedHosts
            : [.. options.PublicUrl is { } site ? [site.Host] : Array.Empty<string>(), .. options.Urls.SelectMany(Listening)];
        return [.. OfItself.Concat(named).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<string> Listening(ListenAt url) => url.Address is { } address && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? [Written(address)]
        : NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(own => Written(own.Address)).Append(Dns.GetHostName());

    private static string Written(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{new IPAddress(address.GetAddressBytes())}]" : address.ToString();
}
