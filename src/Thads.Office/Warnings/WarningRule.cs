using System.Text.Json;

namespace Thads.Office.Warnings;

/// <summary>Whether a target is in reach, the worse the greater.</summary>
public enum WarningLevel
{
    /// <summary>The year is over, and stands above it.</summary>
    Reached = 1,

    InReach = 2,

    /// <summary>It may still fall either way.</summary>
    Doubtful = 3,

    OutOfReach = 4,

    /// <summary>The year is over, and does not stand above it.</summary>
    Missed = 5,
}

/// <summary>What a rule looks at: each is so many percentage points above the target, below it negative. Its word stands in levels.json.</summary>
public enum WarningSign
{
    /// <summary>The lower end of the forecast.</summary>
    ForecastLow = 1,

    /// <summary>The forecast itself.</summary>
    ForecastCentral = 2,

    /// <summary>The upper end of the forecast.</summary>
    ForecastHigh = 3,

    /// <summary>The rate against the even pace, where nothing can be foretold.</summary>
    Pace = 4,

    /// <summary>The rate if everything were settled that can be.</summary>
    Reachable = 5,
}

/// <summary>From what on a target is doubtful or out of reach: data with a version, ours. Of the rules that apply the worst level counts; where none does, the target is in reach.</summary>
/// <param name="Since">First day of this version.</param>
public sealed record WarningRule(string Version, DateOnly Since, string Source, IReadOnlyList<WarningRule.Limit> Rules)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<WarningRule> Loaded = new(Load);

    /// <param name="By">Word of a <see cref="WarningSign"/>.</param>
    /// <param name="UpTo">Percentage points: applies to a sign of so much and less.</param>
    /// <param name="Level">Word of a <see cref="WarningLevel"/>: doubtful or out_of_reach.</param>
    public sealed record Limit(string By, decimal UpTo, string Level)
    {
        public WarningSign Sign => Codes.TryRead<WarningSign>(By, out var sign) ? sign : throw new InvalidOperationException($"levels.json: no sign '{By}'.");

        public WarningLevel Means => Codes.TryRead<WarningLevel>(Level, out var level) && level is WarningLevel.Doubtful or WarningLevel.OutOfReach ? level : throw new InvalidOperationException($"levels.json: no level '{Level}'.");
    }

    /// <summary>The rule in force.</summary>
    public static WarningRule Current => Loaded.Value;

    /// <summary>The level by what is known, and the sign that decided it; null = none did.</summary>
    /// <param name="signs">Percentage points; those that are not there are not known.</param>
    public (WarningLevel Level, WarningSign? By) Of(IReadOnlyDictionary<WarningSign, decimal> signs)
    {
        var applies = Rules.Where(rule => signs.TryGetValue(rule.Sign, out var points) && points <= rule.UpTo).ToList();
        return applies.Count == 0 ? (WarningLevel.InReach, null) : applies.Select(rule => (rule.Means, (WarningSign?)rule.Sign)).MaxBy(rule => rule.Means);
    }

    private static WarningRule Load()
    {
        using var stream = typeof(WarningRule).Assembly.GetManifestResourceStream("Thads.Office.Warnings.levels.json")!;
        var rule = JsonSerializer.Deserialize<WarningRule>(stream, Reading)!;
        return rule.Rules.All(limit => limit is { Sign: > 0, Means: > 0 }) ? rule : throw new InvalidOperationException("levels.json");
    }
}
