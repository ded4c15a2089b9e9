using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Puts somebody, or a body, on the list of a conference with their role; changes it; takes them off while it is not held.</summary>
public static class KeepConferencePerson
{
    /// <param name="Number">Null = somebody new.</param>
    /// <param name="Partner">Code of the body, or null.</param>
    /// <param name="Name">Null = the body itself.</param>
    /// <param name="IsOut">Taken off the list.</param>
    public sealed record Input(int Conference, int? Number, ConferenceRole Role, string? Partner, string? Name, string? Post, bool IsOut = false, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, ConferenceFile file) => input switch
    {
        _ when file.Conference.State == ConferenceState.Cancelled => new("conference.cancelled"),
        { IsOut: true } when file.Conference.State == ConferenceState.Held => new("conference.held", file.Conference.MeetsOn),
        { Number: { } number } when file.People.All(person => person.Number != number) => new("conference.no-person", Plain(number)),
        _ when Text(input.Name) is null && Text(input.Partner) is null => new("conference.no-name"),
        { Role: ConferenceRole.Chair, IsOut: false } when file.Chair is { } chair && chair.Number != input.Number => new("conference.two-chairs", chair.Full),
        { IsOut: false } when Text(input.Name) is { } name && file.People.Any(person => person.Number != input.Number && person.Name == name && person.Post == Text(input.Post)) => new("conference.person-twice", name),
        _ => null,
    };

    /// <returns>Their number on the list.</returns>
    /// <exception cref="NotFoundException">`conference.unknown`, `partner.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-person-kept", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<int>("SELECT number FROM conference_person WHERE act = @act", ct, ("act", same));
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(input, file));
        var partner = Text(input.Partner) is { } code ? (await PartnerBook.OfAsync(work, ct)).Known(code) : null;
        var before = file.People.FirstOrDefault(person => person.Number == input.Number);
        work.Begin("conference-person-kept", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var number = input.Number ?? (int)await work.NextAsync("conference_person", "number", ct, input.Conference);
        var now = new ConferencePerson(number, input.Role, partner?.Code, Text(input.Name) ?? partner!.Name, Text(input.Post));
        await connection.RunAsync(
            """
            INSERT INTO conference_person (id, conference, number, role, partner, name, post, is_out, act)
            SELECT coalesce(max(id), 0) + 1, @conference, @number, @role, @partner, @name, @post, @out, @act FROM conference_person
            """, ct,
            ("conference", input.Conference), ("number", number), ("role", now.Role), ("partner", now.Partner), ("name", now.Name), ("post", now.Post), ("out", input.IsOut ? 1 : 0), ("act", act));
        await work.EndAsync(
            new ActChange(file.Conference.Subject, "conference-person", before is null ? null : $"{Codes.CodeOf(before.Role)}: {before.Full}", input.IsOut ? null : $"{Codes.CodeOf(now.Role)}: {now.Full}") { Unit = file.Conference.UnitId }, ct);
        return number;
    }
}
