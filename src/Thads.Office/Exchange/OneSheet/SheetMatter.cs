using Thads.Office.Matters;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>A row as a matter: what an exchange set will say of it.</summary>
/// <param name="Matter">With its one line; <see cref="Matter.Commune"/> and units are resolved.</param>
/// <param name="Steps">Those that are new, in their order.</param>
internal sealed record SheetMatter(int Row, Matter Matter, IReadOnlyList<SheetStep> Steps, string? DebtorAddress, string? Note);

/// <summary>A step and the field it was read from.</summary>
internal sealed record SheetStep(Step Step, SheetField From);
