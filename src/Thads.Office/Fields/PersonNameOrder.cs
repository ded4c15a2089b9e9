using System.Globalization;

namespace Thads.Office.Fields;

/// <summary>The order of people in a list: by given name, then family name, then what stands between, as Vietnamese is sorted.</summary>
public sealed class PersonNameOrder : IComparer<string>
{
    private static readonly CompareInfo Collation = Words.Format.CompareInfo;

    private PersonNameOrder()
    {
    }

    public static PersonNameOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (Parts(x), Parts(y));
        var given = Collation.Compare(one.Given, other.Given);
        var family = given != 0 ? given : Collation.Compare(one.Family, other.Family);
        var middle = family != 0 ? family : Collation.Compare(one.Middle, other.Middle);
        return middle != 0 ? middle : string.CompareOrdinal(x, y);
    }

    private static (string Given, string Family, string Middle) Parts(string? name)
    {
        var words = (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 => ("", "", ""),
            1 => (words[0], "", ""),
            _ => (words[^1], words[0], string.Join(' ', words[1..^1])),
        };
    }
}
