namespace Thads.Law.Tables;

/// <summary>How well a value is known, before anybody has laid it beside the gazette.</summary>
public enum TrustLevel
{
    /// <summary>The text of the rule was read (a stored copy, the codification, a decree as scanned).</summary>
    Read = 1,

    /// <summary>Somebody else says so: news, a ministry's page, an article about it.</summary>
    Secondary = 2,

    /// <summary>The source says itself that it is not verified, or it is background knowledge.</summary>
    Unverified = 3,

    /// <summary>Expected and not announced yet.</summary>
    Provisional = 4,
}

/// <summary>Somebody laid a row beside the gazette and found it right.</summary>
/// <param name="Row">Its <see cref="LawRow.Id"/>.</param>
/// <param name="Print">Its <see cref="LawRow.Print"/> on that day: a row that has changed since is unchecked again.</param>
/// <param name="Where">The gazette, its number and day, in the person's own words.</param>
public sealed record Tick(string Row, string Print, string Person, DateOnly On, string Where);

/// <summary>Who last checked a value, when, and against what.</summary>
/// <param name="LastChecked">The day on which it was last compared with its <see cref="LawRow.Source"/>; null = never.</param>
/// <param name="Tick">Null = nobody has laid it beside the gazette.</param>
public sealed record Trust(TrustLevel Level, DateOnly? LastChecked, Tick? Tick)
{
    /// <summary>Somebody has laid it beside the gazette. What is not checked carries a small mark wherever its result appears.</summary>
    public bool IsChecked => Tick is not null;

    /// <summary>One sentence: who checked, or that nobody has.</summary>
    public Said In() => Tick is { } tick
        ? new($"{tick.Person} đã đối chiếu với Công báo ngày {Said.Day(tick.On)}: {tick.Where}", $"{tick.Person} checked it against the gazette on {Said.Day(tick.On)}: {tick.Where}")
        : new($"Chưa ai đối chiếu với Công báo. {Level.In().Vi}{(LastChecked is { } day ? $", so với nguồn ngày {Said.Day(day)}" : "")}",
            $"Nobody has checked it against the gazette. {Level.In().En}{(LastChecked is { } on ? $", compared with its source on {Said.Day(on)}" : "")}");
}

public static class TrustLevelWords
{
    extension(TrustLevel level)
    {
        public Said In() => level switch
        {
            TrustLevel.Read => new("Đã đọc văn bản", "The text was read"),
            TrustLevel.Secondary => new("Theo nguồn thứ cấp", "From a secondary source"),
            TrustLevel.Unverified => new("Chưa kiểm chứng", "Not verified"),
            TrustLevel.Provisional => new("Dự kiến, chưa công bố", "Expected, not announced"),
        };

        /// <summary>How tables write it: read, secondary, unverified, provisional.</summary>
        public string Code => level switch
        {
            TrustLevel.Read => "read",
            TrustLevel.Secondary => "secondary",
            TrustLevel.Unverified => "unverified",
            TrustLevel.Provisional => "provisional",
        };
    }
}
