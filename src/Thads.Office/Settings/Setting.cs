namespace Thads.Office.Settings;

/// <summary>What a value of a setting is.</summary>
public enum SettingKind
{
    WholeNumber = 1,
    Choice = 2,
}

/// <summary>Where a default comes from.</summary>
public enum SettingSource
{
    /// <summary>An article says so, or the value follows from one.</summary>
    Article = 1,

    /// <summary>The law is silent; the house proposes.</summary>
    HouseRule = 2,

    /// <summary>The law has an open question; the careful answer until it is closed.</summary>
    OpenQuestion = 3,
}

/// <summary>Something the office decides for itself. Its words are under `setting.KEY`, what it does under `setting.KEY.does`, its choices under `setting.KEY.CHOICE`.</summary>
/// <param name="Basis">Article, or number of the open question in the rulebook; empty for a rule of the house.</param>
/// <param name="Measure">Code of a word under `setting.in.`: months, days…; empty for choices.</param>
/// <param name="PerUnit">A unit may have a value of its own; otherwise one holds for the whole tree.</param>
public sealed record Setting(string Key, SettingKind Kind, string Default, SettingSource Source, string Basis, string Measure, bool PerUnit)
{
    /// <summary>Of a whole number.</summary>
    public int Least { get; init; }

    public int Most { get; init; } = int.MaxValue;

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Why the text is no value of this setting, or null.</summary>
    public Refusal? WhyNot(string value) => Kind switch
    {
        SettingKind.WholeNumber => int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? null : new Refusal("setting.bad-number", value, Least, Most),
        SettingKind.Choice => Choices.Contains(value) ? null : new Refusal("setting.bad-choice", value),
    };
}
