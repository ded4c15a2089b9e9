using System.Security.Cryptography;
using System.Text;
using Thads.Office.Acts;
using Thads.Office.Settings;

namespace Thads.Office.People;

/// <summary>What an administrator hands to a person so that they set their own password: once, within some days (setting `sign-in.code-days`).</summary>
public static class OneTimeCode
{
    /// <summary>Without letters and digits that are mistaken for each other when written down.</summary>
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 12;

    /// <summary>Within so many days it must be used.</summary>
    public static async Task<int> DaysAsync(Work work, CancellationToken ct) => (await OfficeSettings.OfAsync(work, 0, work.Today, ct)).Number(SettingList.CodeDays);

    /// <summary>XXXX-XXXX-XXXX, 60 bits.</summary>
    public static string New()
    {
        var signs = RandomNumberGenerator.GetString(Signs, Length);
        return $"{signs[..4]}-{signs[4..8]}-{signs[8..]}";
    }

    /// <summary>As it is kept. The code is random and long: no salt and no slow hash are needed.</summary>
    public static string Hash(string code)
    {
        var plain = new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(plain)));
    }

    /// <summary>Whether the code is the account's and still works.</summary>
    public static bool Opens(this Account account, string code, DateTime now) =>
        account.CodeHash is { } kept && account.CodeUntil > now
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(Hash(code)));
}
