using Thads.Law.Asked;
using Thads.Law.Parameters;
using Thads.Law.Tables;

namespace Thads.Law.Fees;

/// <summary>Who bears the fee (rules MN-20, RG-10): the creditor under the old law; the party who requested under the new, where a debtor is free for what was
/// performed before the decision or in the voluntary period, and wherever the decision he requested was issued before the new law.</summary>
/// <param name="Payer">`creditor`, `debtor`, or `nobody`.</param>
public sealed record FeePayer(string Payer, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <param name="on">When the money is paid or collected.</param>
    public static Answer<FeePayer> Of(LawBook book, DateOnly on, bool debtorRequested, DateOnly decisionOn, bool voluntary) =>
        Parameter.Of(book, "FEE_PAYER_MODE", null, on).Then<FeePayer>(mode =>
        {
            var byRequester = mode.Value.Value == "requester" && debtorRequested;
            var isFree = voluntary || (byRequester && LegalRegime.OfDay(decisionOn, book) == Regime.Old);
            var payer = isFree ? "nobody" : byRequester ? "debtor" : "creditor";
            return new FeePayer(payer, [new(payer switch
            {
                "nobody" => new("Không thu phí: thi hành trước quyết định hoặc trong thời hạn tự nguyện, hoặc quyết định theo yêu cầu người phải thi hành án trước luật mới.", "No fee: performed before the decision or in the voluntary period, or a decision the debtor requested before the new law."),
                "debtor" => new("Người phải thi hành án đã yêu cầu chịu phí.", "The debtor who requested bears the fee."),
                _ => new("Người được thi hành án chịu phí.", "The creditor bears the fee."),
            }, null, mode.Row)]);
        });

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>()];

    /// <summary>`fee-payer`.</summary>
    public static LawQuestion Question { get; } = new(
        "fee-payer", new("Ai chịu phí thi hành án", "Who bears the fee"),
        [
            new("on", InputKind.Day, new("Ngày thu tiền", "Day of the payment"), Required: true), new("decision_on", InputKind.Day, new("Ngày quyết định thi hành án", "Day of the decision"), Required: true),
            new("debtor_requested", InputKind.Flag, new("Người phải thi hành án yêu cầu", "The debtor requested")), new("voluntary", InputKind.Flag, new("Trước quyết định hoặc trong thời hạn tự nguyện", "Before the decision or in the voluntary period")),
        ],
        ["payer"],
        (given, book) => Of(book, given.Day("on"), given.Flag("debtor_requested"), given.Day("decision_on"), given.Flag("voluntary")).Then<Outcome>(found => new Outcome([new("payer", found.Payer)], found)));
}
