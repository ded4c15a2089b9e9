using System.Collections.Frozen;
using System.Text;

namespace Thads.Office;

/// <summary>
/// The exchange word of an enum value is its name in snake_case (`NotEnforceable` ↔ `not_enforceable`): one rule
/// instead of a table per enum. The words are those of exchange format 1.
/// </summary>
public static class Codes
{
    /// <summary>The word of a value, as written in exchange files and JSON.</summary>
    public static string CodeOf<T>(T value)
        where T : struct, Enum => Of<T>.ByValue[value];

    /// <summary>The value of a word; false when there is no such word.</summary>
    public static bool TryRead<T>(ReadOnlySpan<char> code, out T value)
        where T : struct, Enum => Of<T>.ByCode.TryGetValue(code, out value);

    /// <summary>All words, in the order of their numbers.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Of<T>.Ordered;

    /// <summary>The word of a value whose type is not known when compiling.</summary>
    public static string CodeOf(Enum value) => SnakeCase(value.ToString());

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly string[] Ordered = [.. Enum.GetValues<T>().Select(v => SnakeCase(v.ToString()))];

        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => SnakeCase(v.ToString()));

        public static readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> ByCode =
            Enum.GetValues<T>().ToFrozenDictionary(v => SnakeCase(v.ToString()), v => v, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
