using Thads.Office.Acts;
using Thads.Office.Partners;

namespace Thads.Office.Coordination;

/// <summary>Records that a petition was passed on to the body it belongs to. It stays open here until it is answered or closed.</summary>
public static class PassOnPetition
{
    /// <param name="To">Code of the partner.</param>
    /// <param name="Number">Of the letter; null = none.</param>
    public sealed record Input(long Petition, DateOnly On, string To, string? Number = null, string? Text = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Received received, Partner to, Input input, DateOnly today) => ReceivedWriting.WhyNot(received, input.On, today) ?? received switch
    {
        { Kind: not ReceivedKind.Petition } => new("received.no-petition"),
        _ when to.Id == received.From.Id => new("received.back-to-sender", to.Name),
        _ => null,
    };

    /// <exception cref="NotFoundException">`received.unknown`, `partner.unknown`.</exception>
    /// <exception cref="RefusedException">`received.*`, `act.key-taken`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await ReceivedWriting.AddAsync(
            "petition-passed-on", input.Petition, ReceivedEventKind.PassedOn, input.On, input.Number, input.Text, input.To, (received, to) => WhyNot(received, to!, input, work.Today), input.IdempotencyKey, work, ct);
    }
}
