using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.Office.Reports;

/// <summary>Who may sign a report of a unit: the head of this very unit, or whoever signs for them by delegation; not the head of a unit above. Whoever runs a command on the machine records what was signed on paper.</summary>
public static class ReportSigning
{
    public static async Task<bool> MaySignAsync(ReportPlace place, Work work, CancellationToken ct)
    {
        if (!work.Person.MayIn(place.Unit, Permissions.Sign))
        {
            return false;
        }

        if (work.Person.Account == 0)
        {
            return true;
        }

        var connection = await work.ConnectAsync(ct);
        return (await RolesGiven.ListAsync(connection, ct, work.Person.Account)).Any(r => r.Role == Role.Head && r.Unit == place.Unit && r.HoldsOn(work.Today))
            || (await RolesGiven.ListSigningAsync(connection, ct, work.Person.Account)).Any(s => s.Unit == place.Unit && s.HoldsOn(work.Today));
    }

    /// <summary>The delegation by which the person would sign; null where they sign as the head, or not at all. What it covers stands in its words, for people to read.</summary>
    public static async Task<SigningGiven?> DelegationAsync(ReportPlace place, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        return work.Person.Account == 0 || place.IsOwn(work.Person)
            || (await RolesGiven.ListAsync(connection, ct, work.Person.Account)).Any(r => r.Role == Role.Head && r.Unit == place.Unit && r.HoldsOn(work.Today)) ? null
            : (await RolesGiven.ListSigningAsync(connection, ct, work.Person.Account)).LastOrDefault(s => s.Unit == place.Unit && s.HoldsOn(work.Today));
    }

    /// <summary>Who sends it: of a unit whoever signs for it, of an officer the officer too.</summary>
    public static async Task<bool> MaySendAsync(ReportPlace place, Work work, CancellationToken ct) => place.IsOwn(work.Person) || await MaySignAsync(place, work, ct);

    /// <summary>As the role is printed under a signature: proposed, and changed where it is another.</summary>
    public static async Task<string> RoleAsync(ReportPlace place, Work work, CancellationToken ct)
    {
        if (place.IsOwn(work.Person))
        {
            return "Chấp hành viên";
        }

        var head = HeadOf(place.Tree.PeriodOn(place.Unit, place.Address.End)?.Kind ?? UnitKind.District, place.Address.End);
        var isHead = work.Person.Account == 0 || (await RolesGiven.ListAsync(await work.ConnectAsync(ct), ct, work.Person.Account)).Any(r => r.Role == Role.Head && r.Unit == place.Unit && r.HoldsOn(work.Today));
        return isHead ? head : work.Person.Roles.Contains(Role.Deputy) ? $"KT. {head} – Phó {char.ToLower(head[0], Words.Format)}{head[1..]}" : $"TUQ. {head}";
    }

    /// <summary>Until 30 June 2025 Cục trưởng and Chi cục trưởng; from then Trưởng THADS and Trưởng phòng (L25 Đ17–25).</summary>
    private static string HeadOf(UnitKind kind, DateOnly day) => kind switch
    {
        UnitKind.Central => day < new DateOnly(2025, 7, 1) ? "Tổng cục trưởng" : "Cục trưởng",
        UnitKind.Province => day < new DateOnly(2025, 7, 1) ? "Cục trưởng" : "Trưởng THADS",
        UnitKind.District => "Chi cục trưởng",
        UnitKind.Room => "Trưởng phòng",
    };
}
