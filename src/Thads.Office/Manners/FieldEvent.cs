using Thads.Office.Matters;

namespace Thads.Office.Manners;

/// <summary>Something done in a matter without moving the book: a persuasion session, a coercion planned, held or put off…</summary>
/// <param name="Code">Of the matter.</param>
/// <param name="Commune">Code, of the debtor's commune as the matter has it; null = none.</param>
/// <param name="Officer">Code of the officer who held the matter on that day; null = nobody.</param>
/// <param name="WithCommune">A commune took part in it.</param>
public sealed record FieldEvent(Guid Matter, string Code, EventKind Kind, EventResult? Result, DateOnly On, string? Commune, string? Officer, bool WithCommune);
