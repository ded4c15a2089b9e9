namespace Thads.Office;

/// <summary>
/// Why the law, the state of the matter or a rule of the house does not allow what was asked. Expected, and shown
/// to the person who asked. It is a value; its words are found by code in the area's words file.
/// </summary>
/// <param name="Code">area.reason, stable, for tests and programs; never shown alone.</param>
/// <param name="Arguments">What the words speak of, in the order of their places {0}, {1}…</param>
/// <param name="LegalBasis">The article that says so, as it is cited in a decision.</param>
public sealed record Refusal(string Code, IReadOnlyList<object> Arguments, string? LegalBasis = null)
{
    public Refusal(string code, params object[] arguments)
        : this(code, (IReadOnlyList<object>)arguments)
    {
    }

    /// <summary>The reason as a sentence in the person's language, with the article behind it.</summary>
    public string In(Language language)
    {
        var said = Words.Say(language, Code, [.. Arguments]);
        return LegalBasis is null ? said : $"{said} ({LegalBasis})";
    }
}

/// <summary>Carries a refusal out of a transaction to the one place that turns it into a page or a sentence.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal => refusal;

    public static void ThrowIf(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>There is no such thing, or it is not this person's to see: the two look alike from outside.</summary>
public sealed class NotFoundException(Refusal what) : Exception(what.Code)
{
    public Refusal What => what;
}

/// <summary>The person lacks the right that the act asks for.</summary>
public sealed class NotAllowedException(string right) : Exception($"The right {right} is missing.")
{
    public string Right { get; } = right;
}
