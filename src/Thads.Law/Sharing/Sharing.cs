using Thads.Law.Tables;

namespace Thads.Law.Sharing;

/// <summary>What is left of a sum while it is shared, and how it came to that.</summary>
internal sealed class Sharing(Money received)
{
    private readonly Dictionary<string, Money> _paid = new(StringComparer.Ordinal);
    private readonly List<DerivationLine> _lines = [new(new("Số tiền thu được", "Received"), received)];
    private Money _left = received;
    private Money _shortfall = Money.Zero;

    public void Deduct(Said what, Money amount)
    {
        if (amount.IsPositive)
        {
            var taken = amount < _left ? amount : _left;
            _left -= taken;
            _shortfall += amount - taken;
            _lines.Add(new(new($"Trừ {what.Vi}", $"Less {what.En}"), taken));
        }
    }

    /// <summary>Claims of one rank: whole where there is enough, else in proportion.</summary>
    public void Pay(Said rank, LawRow? row, IReadOnlyList<Claim> claims)
    {
        var owed = new Money(claims.Sum(claim => claim.Amount.Units));
        if (!owed.IsPositive)
        {
            return;
        }

        var parts = owed <= _left ? claims.Select(claim => claim.Amount).ToList() : _left.Split([.. claims.Select(claim => claim.Amount.Units)]);
        for (var i = 0; i < claims.Count; i++)
        {
            _paid[claims[i].Id] = parts[i];
            _left -= parts[i];
            var share = owed <= parts[i] || parts[i] == claims[i].Amount ? new Said("", "") : new Said($" trên {Said.Amount(claims[i].Amount)}", $" of {Said.Amount(claims[i].Amount)}");
            _lines.Add(new(new($"{rank.Vi}: {claims[i].Id}{share.Vi}", $"{rank.En}: {claims[i].Id}{share.En}"), parts[i], row));
        }
    }

    public Distribution Result(IReadOnlyList<Claim> claims)
    {
        _lines.Add(_shortfall.IsPositive ? new(new("Thiếu cho các khoản trừ trước", "Lacking for what is deducted first"), _shortfall) : new(new("Còn lại trả người phải thi hành án", "Left for the debtor"), _left));
        return new([.. claims.Select(claim => KeyValuePair.Create(claim.Id, _paid.GetValueOrDefault(claim.Id, Money.Zero)))], _left, _shortfall, _lines);
    }
}
