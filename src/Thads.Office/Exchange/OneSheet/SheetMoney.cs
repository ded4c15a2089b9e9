using Thads.Office.Matters;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>What a row says was collected: one sum so far, and a day.</summary>
/// <param name="Amount">Đồng that the books do not have yet; 0 = they have all of it.</param>
/// <param name="Closes">It is all that was owed: no further step completes the matter.</param>
internal sealed record SheetCollected(long Amount, DateOnly On, bool Closes);

/// <summary>
/// Turns `collected so far` into what is to be entered. A sum without a day is refused; where the books have part of it, from an earlier sheet
/// or from receipts, only the rest is entered, and less than they have is refused.
/// </summary>
internal sealed class SheetMoney(SheetCells cells)
{
    /// <param name="completedOn">Day on which the row says the matter was completed; null = it does not.</param>
    public SheetCollected? Of(Matter matter, DateOnly? completedOn, MatterFile? there)
    {
        if (cells.Amount(SheetField.Collected) is not ({ } sum and > 0) || cells.IsRefused)
        {
            return null;
        }

        var owed = matter.Lines[0].Amount;
        var before = (there?.Steps ?? []).Where(s => s.Kind == StepKind.Collected && s.VoidedOn is null).ToList();
        var have = before.Sum(s => s.Amount);
        var on = cells.Day(SheetField.CollectedOn);
        if (completedOn is { } closed && sum == owed)
        {
            if (on < closed && !cells.IsFixed(SheetField.CollectedOn) && have < sum)
            {
                return cells.RefuseNone<SheetCollected>(SheetField.CollectedOn, new Refusal("sheet.collected-before-completed", on.Value, closed));
            }

            on = closed;
        }
        else if (completedOn is not null && sum < owed)
        {
            return cells.RefuseNone<SheetCollected>(SheetField.Collected, new Refusal("sheet.completed-less", sum, owed));
        }

        if (have == sum)
        {
            return new SheetCollected(0, on ?? before[^1].On, sum == owed);
        }

        if (have > sum)
        {
            return cells.RefuseNone<SheetCollected>(SheetField.Collected, new Refusal("sheet.collected-less", sum, have));
        }

        if (on is not { } day)
        {
            return cells.RefuseNone<SheetCollected>(SheetField.Collected, new Refusal("sheet.collected-no-day", sum));
        }

        return before.Count > 0 && day < before.Max(s => s.On)
            ? cells.RefuseNone<SheetCollected>(SheetField.CollectedOn, new Refusal("sheet.collected-earlier", day, before.Max(s => s.On)))
            : new SheetCollected(sum - have, day, sum == owed);
    }
}
