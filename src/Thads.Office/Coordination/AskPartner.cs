using System.Globalization;
using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>Asks a partner for something. The limit for the answer is that of the law of the day; where the law has none, the office asks for a day.</summary>
public static class AskPartner
{
    /// <param name="Unit">Code of the unit that asks.</param>
    /// <param name="Partner">Code.</param>
    /// <param name="Kind">Code of <see cref="RequestKind"/>.</param>
    /// <param name="Number">Of the letter; null = none.</param>
    /// <param name="AskedFor">The day asked for; null = by the law. Not allowed to be before the day of the law.</param>
    /// <param name="Matters">Codes; none = about no single matter.</param>
    public sealed record Input(
        string Unit, string Partner, string Kind, string What, string? Number, DateOnly SentOn, RequestChannel Channel = RequestChannel.Letter, DateOnly? AskedFor = null, IReadOnlyList<string>? Matters = null,
        string? IdempotencyKey = null);

    /// <summary>Why this cannot be asked, by what it says and by the day.</summary>
    public static Refusal? WhyNot(Input input, DateOnly today)
    {
        if (RequestKind.Find(input.Kind) is not { } kind)
        {
            return new("request.kind", input.Kind, string.Join(", ", RequestKind.All.Select(one => one.Code)));
        }

        if (string.IsNullOrWhiteSpace(input.What))
        {
            return new("request.what");
        }

        if (input.SentOn > today)
        {
            return new("request.future", input.SentOn);
        }

        if (kind.On(input.SentOn) is not { } rule)
        {
            return new("request.no-rule", kind.Vi, input.SentOn);
        }

        var due = rule.DueAfter(input.SentOn, WorkingCalendar.OfVietNam);
        return (due, input.AskedFor) switch
        {
            (null, null) => new("request.ask-day", rule.Article),
            (null, { } asked) when asked < input.SentOn => new("request.asked-before", asked, input.SentOn),
            ({ } law, { } asked) when asked < law => new Refusal("request.asked-too-soon", asked, law) with { LegalBasis = rule.Article },
            _ => null,
        };
    }

    /// <summary>The last day for the answer: the later of what the law says and what is asked for.</summary>
    public static DateOnly DueOn(Input input) => input.AskedFor ?? RequestKind.Find(input.Kind)!.On(input.SentOn)!.DueAfter(input.SentOn, WorkingCalendar.OfVietNam)!.Value;

    /// <returns>Id of the request.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `partner.unknown`, `matter.unknown`: not there, or not this person's.</exception>
    /// <exception cref="RefusedException">`request.*`, `act.key-taken`.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("request-sent", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<long>("SELECT id FROM coordination_request WHERE act = @act", ct, ("act", before));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = Addressed.Seen(tree, input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        var partner = await Addressed.PartnerAsync(input.Partner, work, ct);
        RefusedException.ThrowIf(WhyNot(input, work.Today) ?? (partner.EndedOn < input.SentOn ? new Refusal("request.partner-ended", partner.Name, partner.EndedOn.Value) : null));
        var matters = await Addressed.MattersAsync(input.Matters ?? [], work, ct);
        var (kind, due) = (RequestKind.Find(input.Kind)!, DueOn(input));
        var rule = kind.On(input.SentOn)!;
        work.Begin("request-sent", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = await connection.ValueAsync<long>(
            """
            INSERT INTO coordination_request (id, unit_id, partner_id, kind, what, number, sent_on, channel, due_on, rule, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @partner, @kind, @what, @number, @on, @channel, @due, @rule, @act FROM coordination_request RETURNING id
            """, ct,
            ("unit", unit), ("partner", partner.Id), ("kind", kind.Code), ("what", input.What.Trim()), ("number", Addressed.Text(input.Number)), ("on", input.SentOn), ("channel", input.Channel), ("due", due),
            ("rule", rule.Period is null ? null : kind.NameOf(rule)), ("act", act));
        foreach (var matter in matters)
        {
            await connection.RunAsync("INSERT INTO coordination_request_matter (request_id, matter_id, act) VALUES (@id, @matter, @act)", ct, ("id", id), ("matter", matter), ("act", act));
        }

        await work.ChangedAsync(
            ct, new ActChange(string.Create(CultureInfo.InvariantCulture, $"{partner.Name} ({input.Number ?? id.ToString(CultureInfo.InvariantCulture)})"), "request", null, input.What.Trim()) { Unit = unit });
        await work.FinishAsync(ct);
        return id;
    }
}
