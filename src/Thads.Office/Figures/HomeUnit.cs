using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Figures;

/// <summary>The unit an office's figures begin with when nobody names one: the smallest that counts every matter in the books.</summary>
public static class HomeUnit
{
    /// <returns>Its code.</returns>
    /// <exception cref="RefusedException">`report.no-unit`: the books are empty.</exception>
    public static async Task<string> FindAsync(UnitTree tree, DateOnly day, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var connection = await work.ConnectAsync(ct);
        var holding = (await connection.ListAsync("SELECT DISTINCT unit_id FROM matter_now", r => r.GetInt32(0), ct)).VisibleTo(work.Person);
        var scopes = tree.Units.VisibleTo(work.Person).Select(unit => (Unit: unit, Scope: tree.ScopeOf(unit, day))).ToList();
        var home = scopes.Where(s => holding.All(s.Scope.Contains)).OrderBy(s => s.Scope.Count).ThenBy(s => s.Unit)
            .Concat(scopes.OrderByDescending(s => s.Scope.Count).ThenBy(s => s.Unit)).ToList();
        return home.Count == 0 ? throw new RefusedException(new Refusal("report.no-unit")) : tree.UnitCode(home[0].Unit);
    }
}
