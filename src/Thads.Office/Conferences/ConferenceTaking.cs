using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Conferences;

/// <summary>What every act about a conference begins with, and how it writes.</summary>
internal static class ConferenceTaking
{
    /// <summary>The conference, if its unit is this person's and the right holds over it. Asked after the act's transaction has begun.</summary>
    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    public static async Task<ConferenceFile> TakeAsync(int number, Work work, CancellationToken ct)
    {
        var file = await ReadConferences.OfAsync(number, work, ct) ?? throw new NotFoundException(new Refusal("conference.unknown", Plain(number)));
        work.Require(Permissions.Organise, file.Conference.UnitId);
        return file;
    }

    /// <summary>The next number of a row of a table, or of a thing of one conference.</summary>
    public static async Task<long> NextAsync(this Work work, string table, string column, CancellationToken ct, int? conference = null) =>
        await (await work.ConnectAsync(ct)).ValueAsync<long>(
            $"SELECT CAST(coalesce(max({column}), 0) + 1 AS bigint) FROM {table}{(conference is null ? "" : " WHERE conference = @conference")}", ct, ("conference", conference ?? 0));

    /// <summary>Says what the act changed, and commits.</summary>
    public static async Task EndAsync(this Work work, ActChange change, CancellationToken ct)
    {
        await work.ChangedAsync(ct, change);
        await work.FinishAsync(ct);
    }

    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>Numbers that name something are written without dots.</summary>
    public static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
