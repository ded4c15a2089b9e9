using System.Data.Common;

namespace Thads.Running;

/// <summary>What may be printed of what holds a secret.</summary>
internal static class Masked
{
    private const string Stars = "***";

    /// <summary>A path as it is; a connection string without its passwords.</summary>
    public static string ConnectionString(string text)
    {
        if (!text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            foreach (var name in parts.Keys.Cast<string>().Where(name => name.Contains("pass", StringComparison.OrdinalIgnoreCase) || name.Equals("pwd", StringComparison.OrdinalIgnoreCase)).ToList())
            {
                parts[name] = Stars;
            }

            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            // It cannot be read, so what in it is a password cannot be told.
            return Stars;
        }
    }
}
