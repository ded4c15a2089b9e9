namespace Thads.Running;

/// <summary>How something is that the program lives on.</summary>
public enum Health
{
    Good = 1,
    Warning = 2,
    Bad = 3,
}

/// <summary>What was looked at and what was found, in the words of whoever asked.</summary>
public sealed record Finding(string What, Health Health, string Says)
{
    public string Mark => Health switch
    {
        Health.Good => "✓",
        Health.Warning => "!",
        Health.Bad => "✗",
    };

    public override string ToString() => $"{Mark} {What}: {Says}";
}
