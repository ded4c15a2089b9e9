using Thads.Law.Asked;

namespace Thads.Calculators;

/// <summary>One field of the form of a question.</summary>
public sealed record InputShown(QuestionInput Input, string Field, string Label, string? Typed, bool Required);
