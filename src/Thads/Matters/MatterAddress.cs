using System.Buffers.Text;
using System.Text;

namespace Thads.Matters;

/// <summary>The address of a matter. Codes are the offices' own: slashes, spaces and Vietnamese letters stand in them.</summary>
internal static class MatterAddress
{
    public static string Of(string code)
    {
        var parts = code.Split('/');
        // A browser would take such parts for steps up and down, and %2F is how a slash is written that was not meant as one.
        return parts.Any(part => part is "" or "." or "..") || code.StartsWith(Encoded) || code.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            ? $"/matters/{Encoded}{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(code))}"
            : $"/matters/{string.Join('/', parts.Select(Uri.EscapeDataString))}";
    }

    /// <summary>The code in an address; slashes are accepted as %2F too.</summary>
    public static string? Read(string? path)
    {
        if (path?.StartsWith(Encoded) != true)
        {
            return path?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        }

        var encoded = path.AsSpan(1);
        return Base64Url.IsValid(encoded) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded)) : path;
    }

    private const char Encoded = '~';
}
