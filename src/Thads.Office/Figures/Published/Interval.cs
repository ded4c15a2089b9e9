namespace Thads.Office.Figures.Published;

/// <summary>All values a printed figure may stand for. Each end belongs to it or not: at a half, rounding goes one way only.</summary>
public sealed record Interval(Rational Low, bool HasLow, Rational High, bool HasHigh)
{
    public static Interval Point(Rational value) => new(value, true, value, true);

    /// <summary>The sums of a value of one and a value of the other.</summary>
    public static Interval operator +(Interval left, Interval right) =>
        new(left.Low + right.Low, left.HasLow && right.HasLow, left.High + right.High, left.HasHigh && right.HasHigh);

    public static Interval operator -(Interval left, Interval right) => left + -right;

    public static Interval operator -(Interval value) => new(-value.High, value.HasHigh, -value.Low, value.HasLow);

    /// <summary>The products of a value of one and a value of the other: the extremes lie at the corners.</summary>
    public static Interval operator *(Interval left, Interval right)
    {
        (Rational Value, bool Has)[] corners =
        [
            Corner(left.Low, left.HasLow, right.Low, right.HasLow),
            Corner(left.Low, left.HasLow, right.High, right.HasHigh),
            Corner(left.High, left.HasHigh, right.Low, right.HasLow),
            Corner(left.High, left.HasHigh, right.High, right.HasHigh),
        ];
        var low = corners.Aggregate((a, b) => b.Value < a.Value || (b.Value == a.Value && b.Has) ? b : a);
        var high = corners.Aggregate((a, b) => b.Value > a.Value || (b.Value == a.Value && b.Has) ? b : a);
        return new(low.Value, low.Has, high.Value, high.Has);

        // A factor that can be 0 gives 0 with any value of the other, whether or not the other's end belongs to it.
        static (Rational Value, bool Has) Corner(Rational a, bool hasA, Rational b, bool hasB) =>
            (a * b, (hasA && hasB) || (hasA && a.Sign == 0) || (hasB && b.Sign == 0));
    }

    /// <summary>Whether some value belongs to both.</summary>
    public bool Meets(Interval other) => ReachesDownTo(other) && other.ReachesDownTo(this);

    /// <summary>Whether some value of this is at least some value of <paramref name="other"/>.</summary>
    public bool CanBeAtLeast(Interval other) => other.ReachesDownTo(this);

    public bool Contains(Rational value) => Meets(Point(value));

    /// <summary>The values above 0, or null when there are none.</summary>
    public Interval? AboveZero() =>
        High.Sign <= 0 ? null
        : Low.Sign <= 0 ? this with { Low = Rational.Zero, HasLow = false }
        : this;

    /// <summary>The values that are at least some value of <paramref name="other"/>, or null when there are none.</summary>
    public Interval? AtLeast(Interval other)
    {
        if (!CanBeAtLeast(other))
        {
            return null;
        }

        return other.Low > Low || (other.Low == Low && !other.HasLow)
            ? this with { Low = other.Low, HasLow = other.HasLow }
            : this;
    }

    /// <summary>Whether the lowest value of this is not above the highest of the other.</summary>
    private bool ReachesDownTo(Interval other) => Low < other.High || (Low == other.High && HasLow && other.HasHigh);
}
