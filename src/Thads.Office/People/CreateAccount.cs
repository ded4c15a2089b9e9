using System.Text.RegularExpressions;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>Somebody gets an account. It has no password: the person sets it with the one-time code.</summary>
public static partial class CreateAccount
{
    /// <param name="Name">3 to 40 small letters, digits, dots, hyphens, underscores.</param>
    /// <param name="Officer">Code of the officer the person is in the books; null = none.</param>
    public sealed record Input(string Name, string FullName, string? Officer = null, string? IdempotencyKey = null);

    /// <param name="Code">To be handed to the person; it is not kept in clear.</param>
    public sealed record Created(int Id, string Code);

    /// <exception cref="RefusedException">`account.bad-name`, `account.no-full-name`, `account.name-taken`, `account.officer-taken`, `code.unknown`.</exception>
    public static async Task<Created> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var name = Accounts.Plain(input.Name);
        RefusedException.ThrowIf(Name().IsMatch(name) ? null : new Refusal("account.bad-name", input.Name.Trim()));
        RefusedException.ThrowIf(string.IsNullOrWhiteSpace(input.FullName) ? new Refusal("account.no-full-name") : null);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("account-created", input.IdempotencyKey, ct) is { } before)
        {
            var same = await connection.ValueAsync<long>("SELECT count(*) FROM account WHERE act = @act AND name = @name", ct, ("act", before), ("name", name)) > 0;
            RefusedException.ThrowIf(same ? null : new Refusal("act.key-taken", input.IdempotencyKey!));
            var there = await work.LookedAfterAsync(name, ct);
            var renewed = await there.NewCodeAsync(work, ct);
            await Accounts.SaveAsync(connection, there, ct);
            await work.CommitAsync(ct);
            return new Created(there.Id, renewed);
        }

        var units = await UnitTree.OfAsync(work, ct);
        var officer = input.Officer is null ? 0 : units.OfficerOf(input.Officer) ?? throw new RefusedException(new Refusal("code.unknown", input.Officer, "officers"));
        var accounts = await Accounts.ListAsync(connection, ct);
        RefusedException.ThrowIf(accounts.Any(a => a.Name == name) ? new Refusal("account.name-taken", name) : null);
        RefusedException.ThrowIf(officer != 0 && accounts.FirstOrDefault(a => a.Officer == officer) is { } other ? new Refusal("account.officer-taken", input.Officer!, other.Name) : null);

        var account = new Account { Name = name, FullName = input.FullName.Trim(), Officer = officer };
        var code = await account.NewCodeAsync(work, ct);
        work.Begin("account-created", idempotencyKey: input.IdempotencyKey);
        await Accounts.AddAsync(connection, account, await work.NumberAsync(ct), ct);
        await work.ChangedAsync(ct, [
            new(name, "full-name", null, account.FullName) { Account = account.Id },
            .. input.Officer is null ? Array.Empty<ActChange>() : [new(name, "officer", null, input.Officer) { Account = account.Id }],
        ]);
        await work.FinishAsync(ct);
        return new Created(account.Id, code);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{2,39}$")]
    private static partial Regex Name();
}
