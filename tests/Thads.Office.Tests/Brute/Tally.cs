namespace Thads.Office.Tests.Brute;

/// <summary>
/// What one matter and each of its lines put into the counted cells of one row: the table of section 3, read as orders to be carried out while
/// the matter is lived through, to the end of the period. A thing is a line by its code, or the matter itself: "".
/// </summary>
internal sealed class Tally(MatterRow matter, int year, DateOnly start, Func<Account, bool> inScope)
{
    private readonly Dictionary<(string Thing, string Cell), decimal> cells = [];

    public decimal Of(string thing, string cell) => cells.GetValueOrDefault((thing, cell));

    public void Moved(string thing, DateOnly on, Account account, string from, string to, decimal quantity)
    {
        if (on < start || !inScope(account))
        {
            return;
        }

        var wasLive = BruteMatter.IsLive(from);
        var isLive = BruteMatter.IsLive(to);
        if (from == "outside" && isLive)
        {
            Add(thing, "new", quantity);
            Add(thing, "delegated_in", matter.ByDelegation ? quantity : 0);
        }
        else if (wasLive && to == "separate")
        {
            Add(thing, "carried", -quantity);
        }
        else if (from == "separate" && isLive)
        {
            Add(thing, "carried", quantity);
        }
        else if (wasLive && !isLive)
        {
            Add(thing, to, quantity);
        }
        else if (!wasLive && isLive)
        {
            Add(thing, from, -quantity);
        }
    }

    /// <summary>What is closed stays where it was closed, and what is separate is only in the stock.</summary>
    public void HandedOver(string thing, DateOnly on, Account from, Account to, string state, decimal quantity)
    {
        if (on < start || !BruteMatter.IsLive(state) || inScope(from) == inScope(to))
        {
            return;
        }

        var cell = BruteMatter.YearOf(matter.DecidedOn) < year ? "carried" : "new";
        Add(thing, cell, inScope(to) ? quantity : -quantity);
    }

    /// <summary>How a thing stands on the eve of the period.</summary>
    public void StoodBefore(string thing, Account account, string state, decimal quantity)
    {
        if (BruteMatter.IsLive(state) && inScope(account))
        {
            Add(thing, "carried", quantity);
        }
    }

    /// <summary>How a thing stands when the last day of the period is over.</summary>
    public void StandsAtTheEnd(string thing, Account account, string state, decimal quantity)
    {
        if (BruteMatter.IsOpen(state) && inScope(account))
        {
            Add(thing, state, quantity);
        }
    }

    private void Add(string thing, string cell, decimal quantity) => cells[(thing, cell)] = Of(thing, cell) + quantity;
}
