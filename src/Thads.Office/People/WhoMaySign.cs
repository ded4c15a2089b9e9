using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>Somebody who may sign for a unit.</summary>
/// <param name="Delegation">By which; null = as the head of the unit.</param>
/// <param name="From">First day; null = always was.</param>
/// <param name="Blocked">The account is closed: they sign nothing until it is opened.</param>
public sealed record Signatory(string Account, string FullName, SigningGiven? Delegation, DateOnly? From, DateOnly? To, bool Blocked);

/// <summary>Who may sign for a unit: its head, and those to whom it was delegated. The question of every paper the office sends out.</summary>
public static class WhoMaySign
{
    /// <param name="On">Those of that day; null = all there ever were.</param>
    public sealed record Query(string Unit, DateOnly? On);

    /// <exception cref="NotFoundException">`unit.unknown`: no such unit, or not one whose acts the person reads.</exception>
    public static async Task<IReadOnlyList<Signatory>> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadActs);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(query.Unit) is { } known && work.Person.MayIn(known, Permissions.ReadActs) ? known : throw new NotFoundException(new Refusal("unit.unknown", query.Unit));
        var connection = await work.ConnectAsync(ct);
        var accounts = (await Accounts.ListAsync(connection, ct)).ToDictionary(a => a.Id);
        var heads = (await RolesGiven.ListAsync(connection, ct)).Where(r => r.Role == Role.Head && r.Unit == unit && (query.On is not { } on || r.HoldsOn(on)) && !(r.ValidTo < r.ValidFrom));
        var given = (await RolesGiven.ListSigningAsync(connection, ct)).Where(s => s.Unit == unit && (query.On is not { } on || s.HoldsOn(on)) && !(s.ValidTo < s.ValidFrom));
        return
        [
            .. heads.Select(r => new Signatory(accounts[r.Account].Name, accounts[r.Account].FullName, null, r.ValidFrom, r.ValidTo, accounts[r.Account].Blocked)),
            .. given.OrderByDescending(s => s.ValidFrom).Select(s => new Signatory(accounts[s.Account].Name, accounts[s.Account].FullName, s, s.ValidFrom, s.ValidTo, accounts[s.Account].Blocked)),
        ];
    }
}
