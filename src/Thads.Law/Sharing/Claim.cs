using Thads.Law.Tables;

namespace Thads.Law.Sharing;

/// <summary>The rank of a kind of claim (L08 Đ47.1; L25 Đ54.1; `Tables/payment-ranks.csv`).</summary>
/// <param name="Rank">1 is paid first.</param>
public sealed record PaymentRank(string Kind, Said Name, int Rank)
{
    public static readonly LawTable<PaymentRank> Table = new("payment-ranks", ["kind", "name_vi", "name_en", "rank"], ["kind"], row => new(row.Text("kind"), row.Words("name"), row.Whole("rank")))
    {
        Title = new("Thứ tự thanh toán", "Ranks of payment"),
        Refuses = "payment-rank",
        Check = (_, rows) => rows.Where(row => row.Value.Rank < 1).Select(row => (row.Row, new Said("hàng ưu tiên từ 1", "ranks begin with 1"))),
    };
}

/// <summary>What somebody is owed out of the money to be shared.</summary>
/// <param name="Secured">By the asset the money came from.</param>
/// <param name="Of">Of a court fee: the secured claim whose judgment it belongs to; it is paid before that claim.</param>
/// <param name="InterestOf">Late interest: the claim it is interest on; paid in its rank, after it (OQ9).</param>
public sealed record Claim(string Id, string Kind, Money Amount, bool Secured = false, string? Of = null, DateOnly? RequestedOn = null, string? InterestOf = null);
