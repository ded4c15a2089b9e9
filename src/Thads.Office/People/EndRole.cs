using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>A role ends before the day it was written to end.</summary>
public static class EndRole
{
    /// <param name="Number">Of the role given.</param>
    /// <param name="LastOn">Its last day: yesterday ends it at once.</param>
    public sealed record Input(int Number, DateOnly LastOn, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(RoleGiven role, DateOnly lastOn, DateOnly today) =>
        lastOn < today.AddDays(-1) ? new Refusal("role.end-in-past", lastOn)
        : role.ValidTo <= lastOn ? new Refusal("role.ended-already", role.ValidTo.Value)
        : null;

    /// <exception cref="NotFoundException">`role.unknown`: no such role, or not this person's to end.</exception>
    /// <exception cref="RefusedException">`role.end-in-past`, `role.ended-already`, `role.last-administrator`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("role-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var all = await RolesGiven.ListAsync(connection, ct);
        var role = all.FirstOrDefault(r => r.Number == input.Number) ?? throw Unknown(input.Number);
        var account = (await Accounts.FindAsync(connection, role.Account, ct))!;
        if (!await work.LooksAfterAsync(account, ct))
        {
            throw Unknown(input.Number);
        }

        RefusedException.ThrowIf(WhyNot(role, input.LastOn, work.Today));
        RefusedException.ThrowIf(await LastAdministrator.WhyNotAsync(
            connection, [.. all.Select(r => r.Number == role.Number ? r with { ValidTo = input.LastOn } : r)], all, Later(work.Today, input.LastOn.AddDays(1)), null, ct));

        work.Begin("role-ended", input.Reason, input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO role_end (number, last_on, act) VALUES (@number, @last, @act)", ct, ("number", role.Number), ("last", input.LastOn), ("act", await work.NumberAsync(ct)));
        var tree = await Units.UnitTree.OfAsync(work, ct);
        await work.ChangedAsync(
            ct,
            new ActChange(account.Name, "role", RolesGiven.Written(role, tree), RolesGiven.Written(role with { ValidTo = input.LastOn }, tree)) { Account = account.Id });
        await work.FinishAsync(ct);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static NotFoundException Unknown(int number) => new(new Refusal("role.unknown", number));
}
