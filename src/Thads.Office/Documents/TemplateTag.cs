namespace Thads.Office.Documents;

/// <summary>What a content control of a template takes, by the word before the colon of its tag.</summary>
public enum PlaceKind
{
    /// <summary>`so:` a number.</summary>
    Number = 1,

    /// <summary>`chu:` a word: name of the unit, day, signer.</summary>
    Word = 2,

    /// <summary>`cau:` sentences composed from the figures.</summary>
    Sentences = 3,

    /// <summary>`van:` a text somebody wrote.</summary>
    Text = 4,

    /// <summary>`bang:` a table.</summary>
    Table = 5,

    /// <summary>`bieu-do:` a chart.</summary>
    Chart = 6,

    /// <summary>`phan:` a part that falls away when nothing inside it has anything to say.</summary>
    Part = 7,

    /// <summary>`lap:` a row of a table that is repeated.</summary>
    Repeated = 8,

    /// <summary>`cot:` a cell of a repeated row.</summary>
    Column = 9,
}

/// <summary>A tag of a content control: `so:matters.rate`.</summary>
/// <param name="Name">Behind the colon.</param>
public sealed record TemplateTag(PlaceKind Kind, string Name)
{
    private static readonly (string Prefix, PlaceKind Kind)[] Prefixes =
    [
        ("so", PlaceKind.Number), ("chu", PlaceKind.Word), ("cau", PlaceKind.Sentences), ("van", PlaceKind.Text), ("bang", PlaceKind.Table), ("bieu-do", PlaceKind.Chart), ("phan", PlaceKind.Part),
        ("lap", PlaceKind.Repeated), ("cot", PlaceKind.Column),
    ];

    /// <summary>As it stands in the control.</summary>
    public string Written => $"{Prefixes.First(p => p.Kind == Kind).Prefix}:{Name}";

    /// <summary>Whether it must stand between paragraphs, and not in one.</summary>
    public bool NeedsOwnParagraph => Kind is PlaceKind.Table or PlaceKind.Chart or PlaceKind.Part;

    /// <summary>Null where the text is no tag of ours.</summary>
    public static TemplateTag? Read(string? written)
    {
        var parts = (written ?? "").Split(':', 2);
        var kind = Array.Find(Prefixes, p => p.Prefix == parts[0]).Kind;
        return parts.Length == 2 && kind != default && parts[1].Length > 0 ? new TemplateTag(kind, parts[1]) : null;
    }
}

/// <summary>A tag a template of some kind may have.</summary>
/// <param name="Meaning">In Vietnamese, for the list of tags.</param>
/// <param name="Sample">What stands in the control until it is filled.</param>
/// <param name="IsRequired">A template without it is refused.</param>
public sealed record KnownTag(TemplateTag Tag, string Meaning, string Sample, bool IsRequired = false);
