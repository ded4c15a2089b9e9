using System.Diagnostics.CodeAnalysis;

namespace Thads.Law;

/// <summary>Why the law, or the tables of this program, give no answer. A value: nothing here is thrown at a person.</summary>
/// <param name="Code">subject.reason, stable: programs and cases compare it.</param>
/// <param name="Why">One sentence that names what was asked.</param>
/// <param name="Article">What says so, as it is cited; null = nobody but this program.</param>
public sealed record LawRefusal(string Code, Said Why, string? Article = null);

/// <summary>A value, or the reason why there is none.</summary>
public readonly struct Answer<T>
{
    private readonly T? _value;

    private Answer(T? value, LawRefusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Null where there is a value.</summary>
    public LawRefusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsGiven => Refusal is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused: look at <see cref="Refusal"/> first.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    /// <summary>False where it was refused; then <paramref name="refusal"/> says why.</summary>
    public bool Try([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out LawRefusal? refusal)
    {
        (value, refusal) = (_value, Refusal);
        return Refusal is null;
    }

    public Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) => Refusal is null ? next(_value!) : Refusal;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(LawRefusal refusal) => new(default, refusal);
}
