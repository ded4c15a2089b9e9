using System.Text.Json;

namespace Thads.Office.Ranking;

/// <summary>A place in the file of a scheme: what is wrong in it is refused by file and place ("2015.json: grades[1].from").</summary>
internal sealed class SchemeNode(string file, string place, JsonElement value)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string File => file;

    public string Place => place;

    public bool Has(string name)
    {
        _asked.Add(name);
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null;
    }

    public SchemeNode Of(string name) => Has(name) ? new SchemeNode(file, Inside(name), value.GetProperty(name)) : throw Wrong("scheme.missing", Inside(name));

    public SchemeNode? OrNone(string name) => Has(name) ? Of(name) : null;

    public string Text(string name)
    {
        var found = Of(name);
        return found.Value.ValueKind == JsonValueKind.String && found.Value.GetString() is { Length: > 0 } text ? text : throw Wrong("scheme.no-text", found.Place);
    }

    public decimal Number(string name, decimal least, decimal most)
    {
        var found = Of(name);
        return found.Value.ValueKind == JsonValueKind.Number && found.Value.TryGetDecimal(out var number) && number >= least && number <= most && decimal.Truncate(number * 100) == number * 100
            ? number : throw new RefusedException(new Refusal("scheme.number", file, found.Place, found.Value.ToString(), least.ToString(Words.Format), most.ToString(Words.Format)));
    }

    public decimal? NumberOrNone(string name, decimal least, decimal most) => Has(name) ? Number(name, least, most) : null;

    public int Whole(string name, int least, int most)
    {
        var number = Number(name, least, most);
        return decimal.Truncate(number) == number ? (int)number : throw new RefusedException(
            new Refusal("scheme.number", file, Inside(name), number.ToString(Words.Format), least.ToString(Words.Format), most.ToString(Words.Format)));
    }

    public bool Flag(string name) => OrNone(name) is { } found && (found.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? found.Value.GetBoolean() : throw Wrong("scheme.no-flag", found.Place));

    /// <summary>One of the words of an enumeration.</summary>
    public T Word<T>(string name)
        where T : struct, Enum => Codes.TryRead<T>(Text(name), out var word) ? word
            : throw new RefusedException(new Refusal("scheme.word", file, Inside(name), Text(name), string.Join(", ", Codes.All<T>())));

    /// <summary>The members of a list; none where it is not there.</summary>
    public IReadOnlyList<SchemeNode> List(string name)
    {
        if (OrNone(name) is not { } found)
        {
            return [];
        }

        return found.Value.ValueKind == JsonValueKind.Array
            ? [.. found.Value.EnumerateArray().Select((member, i) => new SchemeNode(file, $"{found.Place}[{i}]", member))]
            : throw Wrong("scheme.no-list", found.Place);
    }

    public Cited By() => new(Text("source"), Word<Mark>("mark"));

    /// <summary>Whatever nobody asked for is a word misspelt, or something this program does not know: never passed over.</summary>
    public T Whole<T>(T read)
    {
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Select(p => p.Name).FirstOrDefault(name => !_asked.Contains(name)) is { } unknown)
        {
            throw Wrong("scheme.unknown-field", Inside(unknown));
        }

        return read;
    }

    public RefusedException Wrong(string code, string at) => new(new Refusal(code, [file, at]));

    private JsonElement Value => value;

    private string Inside(string name) => place.Length == 0 ? name : $"{place}.{name}";
}
