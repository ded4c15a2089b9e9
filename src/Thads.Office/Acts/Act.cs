namespace Thads.Office.Acts;

/// <summary>One thing a person did: every row written names the act it belongs to. Rows are never changed after.</summary>
public sealed class Act
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Place among all acts; given under the lock that commits, 0 until then.</summary>
    public long Sequence { get; internal set; }

    /// <summary>Past tense, kebab-case: `step-recorded`.</summary>
    public required string Kind { get; init; }

    /// <summary>Who.</summary>
    public required string Person { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Why, in the person's words; null where the kind says enough.</summary>
    public string? Reason { get; init; }

    /// <summary>Sent by whoever asked; the same key does the same thing once.</summary>
    public string? IdempotencyKey { get; init; }
}
